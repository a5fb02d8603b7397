import type { Sheet, SheetCell } from '../core/reports/sheet.js';
import { guarded } from './formula-guard.js';

export interface CsvOptions {
  /** The separator; German versions of Excel expect `;`. Default `,`. */
  readonly separator?: ',' | ';' | '\t';
  /**
   * Whether to start with a byte order mark. Without it, Excel doesn't read Chinese characters correctly. Default
   * `true`.
   */
  readonly byteOrderMark?: boolean;
}

/**
 * The sheet as CSV (RFC 4180), to be saved as UTF-8. All lines end with `\r\n`, including the last line. A cell that
 * Excel would run as a formula gets an apostrophe in front; `readCsv` restores the original text of all cells.
 */
export function writeCsv({ columns, rows }: Sheet, { separator = ',', byteOrderMark = true }: CsvOptions = {}): string {
  const lines = [columns, ...rows].map((row) => `${lineOf(row, separator)}\r\n`);
  return (byteOrderMark ? '\uFEFF' : '') + lines.join('');
}

/**
 * Cells with any separator are quoted, so that programs that have to guess the separator guess right. `sep=` at the
 * start of a file is an instruction for Excel.
 */
const NEEDS_QUOTES = /[",;\t\r\n\uFEFF]|^\s|\s$|^sep=/i;

function lineOf(row: readonly SheetCell[], separator: string): string {
  // Some programs don't read an empty line as a row.
  if (row.length === 1 && row[0] === '') return '""';
  return row.map(cellOf).join(separator);
}

function cellOf(cell: SheetCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = guarded(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
