/** A stretch of text, or a character that nobody sees. */
export interface PlainPiece {
  readonly text: string;
  /** `U+202E`; `undefined` for text that shows as it is. */
  readonly mark?: string;
}

/** What a cell shows of a longer text: the rest is seen when it is edited. */
export const CELL_LIMIT = 500;

/** The text cut into what shows and what does not, with `…` at the end when it is longer than `limit`. */
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

/** For places that take text only, such as a tooltip: the marks stand in the text. */
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

/** Control characters, what has no width, and what turns the direction of the text. Tabs and line ends are blanks. */
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
