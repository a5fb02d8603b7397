import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { defineMessages, type Message } from '../messages/index.js';
import type { Sheet } from '../core/reports/sheet.js';
import { unguarded } from './formula-guard.js';
import { assertSize, MAX_CELLS, MAX_LINE_BYTES, MAX_ROWS, tooManyCells, tooManyRows } from './limits.js';
import { SheetError } from './sheet-error.js';
import { sheetOf } from './sheet-of.js';
import { sheetText } from './sheet-text.js';

const texts = defineMessages('read-csv', {
  quoteNotClosed: {
    text: "{row, select, none {A quotation mark isn't closed} other {Row {row}: a quotation mark isn't closed}}",
    note: '"row" is the number of the row, or none if it is unknown.',
  },
  tooLong: {
    text: "{row, select, none {A row is too long, or a quotation mark isn't closed} other {Row {row}: the row is too long, or a quotation mark isn't closed}}",
    note: '"row" is the number of the row, or none if it is unknown.',
  },
  notCsv: {
    text: '{row, select, none {{error}} other {Row {row}: {error}}}',
    note: '"row" is the number of the row, or none if it is unknown. "error" is an error message in English.',
  },
});

/**
 * Reads CSV and similar formats: cells separated by commas, semicolons or tabs, depending on the header; any line
 * endings; with or without a byte order mark. All cells are texts, and the formula guard of `writeCsv` is removed. Use
 * `sheetText` to decode the bytes of a file.
 *
 * Throws a `SheetError` if the text isn't CSV, its encoding can't be detected, or it is too large.
 */
export function readCsv(source: string | Uint8Array, name = ''): Sheet {
  assertSize(source.length);
  const text = (typeof source === 'string' ? source : sheetText(source)).replace(/^\uFEFF/, '');
  const { separator, start } = separatorOf(text);
  const rows = rowsOf(text.slice(start), separator);
  if (rows.length > MAX_ROWS + 1) throw tooManyRows();
  return sheetOf(
    name,
    rows.map((row) => row.map(unguarded)),
    MAX_CELLS,
  );
}

interface SeparatorReading {
  readonly separator: string;
  /** Where the header starts. */
  readonly start: number;
}

/** A line above the header that tells Excel the separator. */
const INSTRUCTION = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i;

function separatorOf(text: string): SeparatorReading {
  const instruction = INSTRUCTION.exec(text);
  if (instruction !== null) return { separator: instruction[1] ?? ',', start: instruction[0].length };
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  for (const character of outsideQuotes(text)) {
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const [most = ','] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  return { separator: most, start: 0 };
}

/** The characters of the header outside quotation marks. */
function* outsideQuotes(text: string): Iterable<string> {
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') return;
    else yield character;
  }
}

function rowsOf(text: string, separator: string): string[][] {
  // Checked first, because an empty cell takes far more memory than its comma.
  if (hasMoreThan(MAX_CELLS, separator, text)) throw tooManyCells();
  try {
    // If it receives a text, the parser converts it to bytes itself, ten times slower.
    return parse(new TextEncoder().encode(text), {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quotation mark inside a cell is literal, as in `5" disk`.
      relax_quotes: true,
      max_record_size: MAX_LINE_BYTES,
      to: MAX_ROWS + 2,
    });
  } catch (error) {
    throw asSheetError(error);
  }
}

function hasMoreThan(limit: number, separator: string, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(separator); at !== -1 && count <= limit; at = text.indexOf(separator, at + 1)) count++;
  return count > limit;
}

function asSheetError(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  return new SheetError(mistakeIn(error, typeof error['records'] === 'number' ? String(error['records'] + 1) : 'none'));
}

function mistakeIn({ code, message }: CsvError, row: string): Message {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return texts.quoteNotClosed({ row });
  return code === 'CSV_MAX_RECORD_SIZE' ? texts.tooLong({ row }) : texts.notCsv({ row, error: message });
}
