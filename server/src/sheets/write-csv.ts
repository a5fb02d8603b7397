import type { Sheet, SheetCell } from '../core/reports/sheet.js';
import { guarded } from './formula-guard.js';

export interface CsvOptions {
  /** What stands between two cells; a German Excel expects `;`. Default `,`. */
  readonly separator?: ',' | ';' | '\t';
  /** Whether a byte order mark comes first. Without it Excel reads Chinese as something else. Default `true`. */
  readonly byteOrderMark?: boolean;
}

/**
 * The sheet as CSV (RFC 4180), to be stored in UTF-8. Lines end with `\r\n`, the last one too. A cell that Excel would
 * run as a formula gets an apostrophe in front; `readCsv` gives every cell as it was.
 */
export function writeCsv({ columns, rows }: Sheet, { separator = ',', byteOrderMark = true }: CsvOptions = {}): string {
  const lines = [columns, ...rows].map((row) => `${lineOf(row, separator)}\r\n`);
  return (byteOrderMark ? '\uFEFF' : '') + lines.join('');
}

/**
 * Quoted are all separators, not only the one in use, so that a reader who has to guess it guesses right. `sep=` at the
 * start of a file is an instruction to Excel.
 */
const NEEDS_QUOTES = /[",;\t\r\n\uFEFF]|^\s|\s$|^sep=/i;

function lineOf(row: readonly SheetCell[], separator: string): string {
  // Nothing at all would be no row to some readers.
  if (row.length === 1 && row[0] === '') return '""';
  return row.map(cellOf).join(separator);
}

function cellOf(cell: SheetCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = guarded(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
