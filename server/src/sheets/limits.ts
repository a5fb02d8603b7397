import { SheetError } from './sheet-error.js';

/**
 * What is read at most. Every limit is far above what all playbooks together need, and low enough that a file made to
 * do harm costs seconds, not the process.
 */
const MAX_SHEET_BYTES = 16 * 1024 * 1024;
/** Of all parts of a workbook together. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Of one line of a CSV file, line breaks inside its cells included. */
export const MAX_LINE_BYTES = 1024 * 1024;
/** In one sheet, the header not counted. */
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 1_000;
/** In all sheets of a file together, empty cells included. */
export const MAX_CELLS = 2_000_000;

/** Of a workbook: an empty sheet takes its time too. */
export const MAX_SHEETS = 250;
/** Of shared texts and of cell styles, each; the cells refer to them. */
export const MAX_SHARED = 2_000_000;
/** How deep elements lie in one another; in a workbook, some ten levels. */
export const MAX_XML_DEPTH = 100;
/** Of one element. */
export const MAX_XML_ATTRIBUTES = 1_000;

/** Throws a `SheetError` when the file is too large to be read. */
export function assertSize(size: number): void {
  if (size > MAX_SHEET_BYTES) throw new SheetError(`The file is larger than ${megabytes(MAX_SHEET_BYTES)}`);
}

export function tooManyRows(): SheetError {
  return new SheetError(`The sheet has more than ${MAX_ROWS.toLocaleString('en')} rows`);
}

export function tooManyColumns(): SheetError {
  return new SheetError(`The sheet has more than ${MAX_COLUMNS.toLocaleString('en')} columns`);
}

export function tooManyCells(): SheetError {
  return new SheetError(`The file has more than ${MAX_CELLS.toLocaleString('en')} cells`);
}

export function tooManySheets(): SheetError {
  return new SheetError(`The workbook has more than ${MAX_SHEETS.toLocaleString('en')} sheets`);
}

export function tooManyShared(what: 'texts' | 'styles'): SheetError {
  return new SheetError(`The workbook has more than ${MAX_SHARED.toLocaleString('en')} ${what}`);
}

export function tooDeepXml(): SheetError {
  return new SheetError(
    "The file isn't a valid Excel workbook: it has elements that are nested too deeply or have too many attributes",
  );
}

export function unpacksTooLarge(): SheetError {
  return new SheetError(`The uncompressed file is larger than ${megabytes(MAX_UNPACKED_BYTES)}`);
}

function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}
