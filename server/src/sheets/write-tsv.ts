import type { Sheet, SheetCell } from '../core/reports/sheet.js';
import { guarded } from './formula-guard.js';

/**
 * The sheet in the clipboard format of spreadsheets: cells separated by tabs, and quoted only if necessary. Nothing is
 * run as a formula. The byte order mark is for files: without it, Excel doesn't read Chinese characters correctly.
 */
export function writeTsv({ columns, rows }: Sheet): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cellOf).join('\t')}\r\n`).join('')}`;
}

function cellOf(cell: SheetCell): string {
  if (typeof cell === 'number') return String(cell);
  // Inside cells, spreadsheets use a single line feed; other line endings would start a new row in some of them.
  const text = guarded(cell.replace(/\r\n?/g, '\n'));
  return /[\t\n"\uFEFF]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
