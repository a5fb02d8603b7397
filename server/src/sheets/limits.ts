import { defineMessages } from '../messages/index.js';
import { SheetError } from './sheet-error.js';

const texts = defineMessages('sheets/limits', {
  tooLarge: 'The file is larger than {size} MB',
  tooManyRows: 'The sheet has more than {limit, plural, one {# row} other {# rows}}',
  tooManyColumns: 'The sheet has more than {limit, plural, one {# column} other {# columns}}',
  tooManyCells: 'The file has more than {limit, plural, one {# cell} other {# cells}}',
  tooManySheets: 'The workbook has more than {limit, plural, one {# sheet} other {# sheets}}',
  tooManyTexts: {
    text: 'The workbook has more than {limit, plural, one {# text} other {# texts}}',
    note: 'The texts of all cells of an Excel workbook.',
  },
  tooManyStyles: {
    text: 'The workbook has more than {limit, plural, one {# style} other {# styles}}',
    note: 'The cell styles of an Excel workbook.',
  },
  tooDeep:
    "The file isn't a valid Excel workbook: it has elements that are nested too deeply or have too many attributes",
  unpacksTooLarge: 'The uncompressed file is larger than {size} MB',
});

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
  if (size > MAX_SHEET_BYTES) throw new SheetError(texts.tooLarge({ size: megabytes(MAX_SHEET_BYTES) }));
}

export function tooManyRows(): SheetError {
  return new SheetError(texts.tooManyRows({ limit: MAX_ROWS }));
}

export function tooManyColumns(): SheetError {
  return new SheetError(texts.tooManyColumns({ limit: MAX_COLUMNS }));
}

export function tooManyCells(): SheetError {
  return new SheetError(texts.tooManyCells({ limit: MAX_CELLS }));
}

export function tooManySheets(): SheetError {
  return new SheetError(texts.tooManySheets({ limit: MAX_SHEETS }));
}

export function tooManyTexts(): SheetError {
  return new SheetError(texts.tooManyTexts({ limit: MAX_SHARED }));
}

export function tooManyStyles(): SheetError {
  return new SheetError(texts.tooManyStyles({ limit: MAX_SHARED }));
}

export function tooDeepXml(): SheetError {
  return new SheetError(texts.tooDeep);
}

export function unpacksTooLarge(): SheetError {
  return new SheetError(texts.unpacksTooLarge({ size: megabytes(MAX_UNPACKED_BYTES) }));
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
