import { FILE_COLUMN, type Sheet } from '../core/index.js';
import { readCsv, readXlsx, SheetError, writeCsv, writeXlsx } from '../sheets/index.js';

/** The sheet as the content of a file. Throws a `SheetError` when such a file cannot hold it. */
export function sheetFile(sheet: Sheet, format: 'csv' | 'xlsx'): Uint8Array {
  return format === 'csv' ? new TextEncoder().encode(writeCsv(sheet)) : writeXlsx([sheet]);
}

/**
 * The sheet with metadata in a file: CSV, or the sheet of a workbook that has the column `File`. What the file is, its
 * content says, since Excel also opens a workbook that is called `.csv`. Throws a `SheetError` when it cannot be read.
 */
export function metadataSheetIn(fileName: string, bytes: Uint8Array): Sheet {
  if (bytes.length === 0) throw new SheetError('The file is empty');
  if (!isWorkbook(bytes) && !/\.xls[xm]?$/i.test(fileName)) return readCsv(bytes, fileName);
  const [first, ...others] = readXlsx(bytes);
  if (first === undefined) throw new SheetError('The workbook has no sheet');
  return [first, ...others].find(({ columns }) => columns.includes(FILE_COLUMN)) ?? first;
}

/** How a zip archive begins, and a workbook of an old Excel. */
const SIGNATURES: readonly (readonly number[])[] = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];

function isWorkbook(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}
