import type { Sheet, SheetCell } from '../core/reports/sheet.js';
import { guarded } from './formula-guard.js';

/**
 * The sheet as a spreadsheet takes it from the clipboard: tabs between the cells, and quotes only around a cell that
 * would not come through without them. Nothing in it is run as a formula. The byte order mark is for a file: without it
 * Excel reads Chinese as something else.
 */
export function writeTsv({ columns, rows }: Sheet): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cellOf).join('\t')}\r\n`).join('')}`;
}

function cellOf(cell: SheetCell): string {
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet has a line feed alone inside a cell; another line end would begin a new row in some of them.
  const text = guarded(cell.replace(/\r\n?/g, '\n'));
  return /[\t\n"\uFEFF]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
