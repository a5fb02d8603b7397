import type { SheetCell } from '../core/reports/sheet.js';

/** In characters of the usual font: less is hard to hit with a mouse, more leaves no room for other columns. */
const NARROWEST = 8;
const WIDEST = 60;
/** The margin of a cell, and a little air. */
const MARGIN = 2;

/** The width of every column, in characters, so that most of its cells can be read. */
export function columnWidths(columns: readonly string[], rows: readonly (readonly SheetCell[])[]): number[] {
  return columns.map((header, index) => {
    const longest = rows.reduce(
      (width, row) => (width >= WIDEST ? width : Math.max(width, displayWidth(String(row[index] ?? '')))),
      displayWidth(header),
    );
    return Math.min(WIDEST, Math.max(NARROWEST, longest + MARGIN));
  });
}

/** Characters that are as wide as two: those of Chinese, Japanese and Korean, full-width letters, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function displayWidth(text: string): number {
  let widest = 0;
  let width = 0;
  for (const character of text) {
    width = character === '\n' ? 0 : width + (WIDE.test(character) ? 2 : 1);
    widest = Math.max(widest, width);
    if (widest >= WIDEST) break;
  }
  return widest;
}
