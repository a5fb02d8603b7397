import { SheetError } from './sheet-error.js';

/**
 * The limits for reading. Each limit is far above what all playbooks together need, and low enough that a malicious
 * file costs seconds and doesn't crash the process.
 */
const MAX_SHEET_BYTES = 16 * 1024 * 1024;
/** Of all parts of a workbook together. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** For one line of a CSV file, including line breaks inside cells. */
export const MAX_LINE_BYTES = 1024 * 1024;
/** For one sheet, without the header. */
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 1_000;
/** For all sheets of a file together, including empty cells. */
export const MAX_CELLS = 2_000_000;

/** For a workbook, because empty sheets take time too. */
export const MAX_SHEETS = 250;
/** For the shared texts and for the cell styles that cells refer to. */
export const MAX_SHARED = 2_000_000;
/** The nesting depth of elements. A workbook needs about ten levels. */
export const MAX_XML_DEPTH = 100;
/** For one element. */
export const MAX_XML_ATTRIBUTES = 1_000;

/** Throws a `SheetError` if the file is too large. */
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
