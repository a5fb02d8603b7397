import type { SheetCell } from '../core/reports/sheet.js';

/**
 * In characters of the default font. Narrower columns are hard to use with a mouse, and wider columns leave no space
 * for others.
 */
const NARROWEST = 8;
const WIDEST = 60;
/** The padding of a cell, and a little extra. */
const MARGIN = 2;

/** The width of each column, in characters, so that most of its cells are readable. */
export function columnWidths(columns: readonly string[], rows: readonly (readonly SheetCell[])[]): number[] {
  return columns.map((header, index) => {
    const longest = rows.reduce(
      (width, row) => (width >= WIDEST ? width : Math.max(width, displayWidth(String(row[index] ?? '')))),
      displayWidth(header),
    );
    return Math.min(WIDEST, Math.max(NARROWEST, longest + MARGIN));
  });
}

/** Double-width characters: Chinese, Japanese and Korean characters, full-width letters, and emoji. */
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
