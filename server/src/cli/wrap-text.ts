import { cellWidth } from '../core/index.js';

/** The maximum width of a line, in columns. */
export const WIDTH = 80;

/** The text in lines of at most `width` columns, if its words are narrower. */
export function wrapText(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  for (const [, space = '', piece = ''] of text.matchAll(PIECES)) {
    const longer = `${lines.at(-1) ?? ''}${space}${piece}`;
    if (lines.length > 0 && cellWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** Parts of a text that a line end can separate: words, and the characters of languages without spaces. */
const PIECES =
  /( ?)([「『（“]*(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー「『（“]+)[、。，．：；！？」』）”]*)/gu;
