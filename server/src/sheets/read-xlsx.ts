import { defineMessages } from '../messages/index.js';
import type { Sheet } from '../core/reports/sheet.js';
import { columnOf } from './column-name.js';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, tooManyColumns, tooManyRows } from './limits.js';
import { isoDayText, numberText } from './number-text.js';
import { SheetError } from './sheet-error.js';
import { cellCountOf, sheetOf } from './sheet-of.js';
import { readWorkbook, RichText, type Workbook } from './workbook.js';
import { visitXml, type Attributes } from './xml.js';
import { unescapeText } from './xlsx-text.js';
import { ZipFile } from './zip-file.js';

const texts = defineMessages('read-xlsx', {
  oldFormat: 'The file has an old format or is password-protected. Save it as an Excel workbook (.xlsx)',
  noSheet: 'The file is damaged: the sheet "{name}" is missing',
});

/**
 * Reads all sheets of an Excel workbook (.xlsx), including hidden ones, in the order of their tabs. All cells are
 * texts: a number as the author sees it, a date as month/day/year, a Boolean as `TRUE` or `FALSE`, a formula as its
 * result.
 *
 * Throws a `SheetError` if the file isn't such a workbook, is damaged or is too large.
 */
export function readXlsx(bytes: Uint8Array): readonly Sheet[] {
  if (OLD_EXCEL.every((byte, index) => bytes[index] === byte)) throw new SheetError(texts.oldFormat);
  const zip = new ZipFile(bytes);
  const workbook = readWorkbook(zip);
  const sheets: Sheet[] = [];
  let cellsLeft = MAX_CELLS;
  for (const { name, path } of workbook.sheets) {
    const source = zip.textOf(path);
    if (source === undefined) throw new SheetError(texts.noSheet({ name }));
    const sheet = sheetOf(name, readCells(source, workbook), cellsLeft);
    cellsLeft -= cellCountOf(sheet);
    sheets.push(sheet);
  }
  return sheets;
}

/** The first bytes of files that Excel wrote before 2007, or encrypted. */
const OLD_EXCEL: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0];

/** The cells by row and column. Empty cells and rows may be missing. */
function readCells(source: string, workbook: Workbook): string[][] {
  const rows = new RowsReader(workbook);
  visitXml(source, {
    open: (name, attributes) => rows.open(name, attributes),
    text: (text) => rows.text(text),
    close: (name) => rows.close(name),
  });
  return rows.result();
}

class RowsReader {
  readonly #workbook: Workbook;
  readonly #rows: string[][] = [];
  readonly #richText = new RichText();
  #row = -1;
  #column = -1;
  #cell: Attributes = {};
  #value = '';
  #inValue = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = true;
    else this.#richText.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#richText.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else this.#richText.close(name);
  }

  /** A row that isn't in the file is empty. */
  result(): string[][] {
    return Array.from(this.#rows, (row: string[] | undefined) => row ?? []);
  }

  /** The number of a row and the address of a cell can be omitted if they follow the previous ones. */
  #openRow({ r }: Attributes): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r) - 1;
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#column = columnOf(attributes['r'] ?? '') ?? this.#column + 1;
    this.#value = '';
    this.#richText.take();
  }

  #closeCell(): void {
    const text = this.#cellText();
    // Formatted empty cells can be far below and to the right of the table.
    if (text === '') return;
    if (!(this.#row >= 0 && this.#row <= MAX_ROWS)) throw tooManyRows();
    if (this.#column >= MAX_COLUMNS) throw tooManyColumns();
    const row = (this.#rows[this.#row] ??= []);
    row[this.#column] = text;
  }

  #cellText(): string {
    const { strings, forms, epoch } = this.#workbook;
    switch (this.#cell['t'] ?? 'n') {
      case 's':
        return strings[Number(this.#value)] ?? '';
      case 'inlineStr':
        return this.#richText.take();
      case 'b':
        return this.#value === '' ? '' : this.#value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return isoDayText(this.#value);
      case 'n':
        return numberText(this.#value, forms[Number(this.#cell['s'] ?? 0)] ?? 'plain', epoch);
      default:
        return unescapeText(this.#value);
    }
  }
}
