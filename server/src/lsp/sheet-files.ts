import { FILE_COLUMN, rowsOfText, taskColumnCount, type Sheet } from '../core/index.js';
import {
  onlySheetOf,
  readCsv,
  readXlsx,
  SheetError,
  sheetText,
  writeCsv,
  writeJson,
  writeMarkdown,
  writeTsv,
  writeXlsx,
} from '../sheets/index.js';

export type SheetFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'markdown';

/** The sheet as the content of a file. Throws a `SheetError` when such a file cannot hold it. */
export function sheetFile(sheet: Sheet, format: SheetFormat): Uint8Array {
  return format === 'xlsx' ? writeXlsx([sheet]) : new TextEncoder().encode(TEXTS[format](sheet));
}

const TEXTS: Readonly<Record<Exclude<SheetFormat, 'xlsx'>, (sheet: Sheet) => string>> = {
  csv: writeCsv,
  tsv: writeTsv,
  json: writeJson,
  markdown: writeMarkdown,
};

/** The sheet with metadata in a file: CSV, JSON, a Markdown table, or the sheet of a workbook that has the column `File`. Throws a `SheetError` when it cannot be read. */
export function metadataSheetIn(fileName: string, bytes: Uint8Array): Sheet {
  return sheetIn(fileName, bytes, ({ columns }) => (columns.includes(FILE_COLUMN) ? 1 : 0));
}

/** The sheet with tasks in a file: CSV, JSON, a Markdown table, or the sheet of a workbook that has most columns of a task table. Throws a `SheetError` when it cannot be read. */
export function taskSheetIn(fileName: string, bytes: Uint8Array): Sheet {
  return sheetIn(fileName, bytes, taskColumnCount);
}

/**
 * The only sheet in a file, or the first that `likeness` says most of. What the file is, its content says, since Excel
 * also opens a workbook that is called `.csv`.
 */
function sheetIn(fileName: string, bytes: Uint8Array, likeness: (sheet: Sheet) => number): Sheet {
  if (bytes.length === 0) throw new SheetError('The file is empty');
  if (/\.(?:json|md|markdown)$/i.test(fileName)) return onlySheetOf(fileName, rowsOfText(sheetText(bytes)));
  if (!isWorkbook(bytes) && !/\.xls[xm]?$/i.test(fileName)) return readCsv(bytes, fileName);
  const [first, ...others] = readXlsx(bytes);
  if (first === undefined) throw new SheetError('The workbook has no sheet');
  return others.reduce((best, sheet) => (likeness(sheet) > likeness(best) ? sheet : best), first);
}

/** How a zip archive begins, and a workbook of an old Excel. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isWorkbook(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}
