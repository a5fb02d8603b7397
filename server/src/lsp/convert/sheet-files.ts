import { defineMessages } from '../../messages/index.js';
import { FILE_COLUMN, rowsOfText, taskColumnCount, type Sheet } from '../../core/index.js';
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
} from '../../sheets/index.js';

const texts = defineMessages('sheet-files', {
  emptyFile: 'The file is empty',
  noSheet: { text: 'The workbook has no sheet', note: 'An Excel workbook without a sheet that has cells.' },
});

export type SheetFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'markdown';

/** The sheet as the content of a file. Throws a `SheetError` if the file format can't hold it. */
export function sheetFile(sheet: Sheet, format: SheetFormat): Uint8Array {
  return format === 'xlsx' ? writeXlsx([sheet]) : new TextEncoder().encode(TEXTS[format](sheet));
}

const TEXTS: Readonly<Record<Exclude<SheetFormat, 'xlsx'>, (sheet: Sheet) => string>> = {
  csv: writeCsv,
  tsv: writeTsv,
  json: writeJson,
  markdown: writeMarkdown,
};

/**
 * The front matter sheet in a file: CSV, JSON, a Markdown table, or the sheet of a workbook that has a `File` column.
 * Throws a `SheetError` if it can't be read.
 */
export function metadataSheetIn(fileName: string, bytes: Uint8Array): Sheet {
  return sheetIn(fileName, bytes, ({ columns }) => (columns.includes(FILE_COLUMN) ? 1 : 0));
}

/**
 * The task sheet in a file: CSV, JSON, a Markdown table, or the sheet of a workbook with the most task table columns.
 * Throws a `SheetError` if it can't be read.
 */
export function taskSheetIn(fileName: string, bytes: Uint8Array): Sheet {
  return sheetIn(fileName, bytes, taskColumnCount);
}

/**
 * The only sheet in a file, or the first one with the highest `likeness`. The file type is detected from the content,
 * because Excel also opens workbooks with the extension `.csv`.
 */
function sheetIn(fileName: string, bytes: Uint8Array, likeness: (sheet: Sheet) => number): Sheet {
  if (bytes.length === 0) throw new SheetError(texts.emptyFile);
  if (/\.(?:json|md|markdown)$/i.test(fileName)) return onlySheetOf(fileName, rowsOfText(sheetText(bytes)));
  if (!isWorkbook(bytes) && !/\.xls[xm]?$/i.test(fileName)) return readCsv(bytes, fileName);
  const [first, ...others] = readXlsx(bytes);
  if (first === undefined) throw new SheetError(texts.noSheet);
  return others.reduce((best, sheet) => (likeness(sheet) > likeness(best) ? sheet : best), first);
}

/** The first bytes of a zip archive, and of a workbook in the old Excel format. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isWorkbook(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}
