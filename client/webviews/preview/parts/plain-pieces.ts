/** A piece of text, or an invisible character. */
export interface PlainPiece {
  readonly text: string;
  /** `U+202E`; `undefined` for visible text. */
  readonly mark?: string;
}

/** The maximum length of a displayed text. The rest is visible in the editor. */
export const CELL_LIMIT = 500;

/** The text split into visible and invisible pieces, with `…` at the end if it is longer than `limit`. */
export function plainPieces(text: string, limit = CELL_LIMIT): PlainPiece[] {
  const shown = clipped(text, limit);
  const pieces: PlainPiece[] = [];
  let from = 0;
  for (const { index, 0: character } of shown.matchAll(INVISIBLE)) {
    if (index > from) pieces.push({ text: shown.slice(from, index) });
    pieces.push({ text: character, mark: nameOf(character) });
    from = index + character.length;
  }
  if (from < shown.length) pieces.push({ text: shown.slice(from) });
  return pieces;
}

/** For places that accept only text, such as tooltips: the marks are part of the text. */
export function plainText(text: string, limit = CELL_LIMIT): string {
  return plainPieces(text, limit)
    .map(({ text: piece, mark }) => (mark === undefined ? piece : `‹${mark}›`))
    .join('');
}

function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}…`;
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Control characters, zero-width characters, and characters that change the direction of the text. Tabs and line breaks
 * are displayed as spaces.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
