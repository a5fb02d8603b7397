/** A text in little memory. Engines need two bytes for each character of a text if a single one of them needs two. */
export interface PackedText {
  /** The text, where `STAND_IN` replaces each character that needs two bytes; if that doesn't help, the text itself. */
  readonly main: string;
  /** The replaced characters, in order. `undefined` if none was replaced. */
  readonly replaced: string | undefined;
}

export function packedText(text: string): PackedText {
  const replaced = text.match(REPLACED)?.join('') ?? '';
  if (replaced === '') return { main: compact(text), replaced: undefined };
  // A text in Chinese.
  if (replaced.length > text.length * MOST_REPLACED) return { main: text, replaced: undefined };
  return { main: compact(text.replace(REPLACED, STAND_IN)), replaced: compact(replaced) };
}

export function unpackedText({ main, replaced }: PackedText): string {
  if (replaced === undefined) return main;
  let next = 0;
  return main.replace(STAND_INS, () => replaced.charAt(next++));
}

/** A character that no text has. If one does, it is replaced too. */
const STAND_IN = '\u001A';
const STAND_INS = /\u001A/g;
const REPLACED = /[^\0-\u0019\u001B-\u00FF]/g;
const MOST_REPLACED = 0.25;

/**
 * A copy of the text with its own memory, with one byte for each character if that is enough. It isn't a part of a longer
 * text, which it would keep in memory.
 */
export function compact(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += CODES_AT_ONCE) {
    const codes = new Array<number>(Math.min(CODES_AT_ONCE, text.length - at));
    for (let index = 0; index < codes.length; index++) codes[index] = text.charCodeAt(at + index);
    parts.push(textOf(codes));
  }
  return parts.join('');
}

/** The text with these character codes. */
export function textOf(codes: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += CODES_AT_ONCE)
    parts.push(Reflect.apply(String.fromCharCode, undefined, codes.slice(at, at + CODES_AT_ONCE)));
  return parts.join('');
}

/** The number of arguments that every engine accepts. */
const CODES_AT_ONCE = 8192;
