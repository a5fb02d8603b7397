import { strToU8, zipSync } from 'fflate/browser';
import { defineMessages } from '../messages/index.js';
import type { Sheet, SheetCell } from '../core/reports/sheet.js';
import { columnLetters } from './column-name.js';
import { columnWidths } from './column-widths.js';
import { SheetError } from './sheet-error.js';
import { tabNames } from './tab-names.js';
import { escapeText } from './xlsx-text.js';

const texts = defineMessages('write-xlsx', {
  noSheet: { text: 'No sheet to write', note: 'An Excel workbook without a sheet.' },
  sheetTooLarge: 'The sheet "{name}" has more rows or columns than Excel can hold',
  cellTooLong: {
    text: 'The cell {address} of the sheet "{name}" is longer than Excel can hold',
    note: '"address" is the address of a cell in a spreadsheet: B12.',
  },
});

/**
 * The sheets as an Excel workbook (.xlsx). The header is bold and always visible. Text stays text whatever it looks
 * like, also when an author overwrites it: `0983`, `3/7/2020`, `=1+1`. The same sheets always result in the same bytes.
 *
 * Throws a `SheetError` if there is no sheet, or one that exceeds Excel's limits.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  if (sheets.length === 0) throw new SheetError(texts.noSheet);
  const names = tabNames(sheets.map(({ name }) => name));
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([`officeDocument" Target="xl/workbook.xml`])],
    ['xl/workbook.xml', workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index) => `worksheet" Target="worksheets/sheet${index + 1}.xml`),
        `styles" Target="styles.xml`,
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      worksheet(sheet, index === 0),
    ]),
  ];
  // Any date works as long as it is always the same.
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(HEAD + xml)])), {
    mtime: new Date(2000, 0, 1),
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${FORMATS}/spreadsheetml/2006/main"`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return [
    `<Types xmlns="${FORMATS}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>`,
    ...sheets,
    '</Types>',
  ].join('');
}

/** `ends`: for each relation, the part after the common beginning of its type. */
function relations(ends: readonly string[]): string {
  const all = ends.map(
    (end, index) => `<Relationship Id="rId${index + 1}" Type="${FORMATS}/officeDocument/2006/relationships/${end}"/>`,
  );
  return `<Relationships xmlns="${FORMATS}/package/2006/relationships">${all.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook ${MAIN} xmlns:r="${FORMATS}/officeDocument/2006/relationships"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** The styles by number: 0 for numbers, then texts, then the header. 49 is Excel's text format. */
const TEXT = 1;
const HEADER = 2;
const STYLES = [
  `<styleSheet ${MAIN}>`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

/** If a file exceeds its limits, Excel rejects the whole file. */
const EXCEL_ROWS = 1_048_576;
const EXCEL_COLUMNS = 16_384;
const EXCEL_CELL_LENGTH = 32_767;

function worksheet(sheet: Sheet, isFirst: boolean): string {
  const { name, columns, rows } = sheet;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), columns.length);
  if (rows.length + 1 > EXCEL_ROWS || width > EXCEL_COLUMNS) throw new SheetError(texts.sheetTooLarge({ name }));
  const lines = [rowXml(columns, 1, name, HEADER), ...rows.map((row, index) => rowXml(row, index + 2, name, TEXT))];
  return [
    `<worksheet ${MAIN}>`,
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`,
    columnsXml(sheet),
    `<sheetData>${lines.join('')}</sheetData>`,
    // Prevents the green corner on cells that look like numbers.
    width === 0
      ? ''
      : `<ignoredErrors><ignoredError sqref="A1:${columnLetters(width - 1)}${rows.length + 1}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}

/** The style for cells that an author fills in below the table. */
function columnsXml({ columns, rows }: Sheet): string {
  const widths = columnWidths(columns, rows);
  const all = widths.map((width, index) => {
    const style = rows.some((row) => typeof row[index] === 'number') ? '' : ` style="${TEXT}"`;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  return all.length === 0 ? '' : `<cols>${all.join('')}</cols>`;
}

function rowXml(cells: readonly SheetCell[], row: number, sheet: string, style: number): string {
  return `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${columnLetters(index)}${row}`, sheet, style)).join('')}</row>`;
}

function cellXml(cell: SheetCell, address: string, sheet: string, style: number): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${address}"><v>${cell}</v></c>`;
  const text = String(cell);
  if (text === '') return '';
  if (text.length > EXCEL_CELL_LENGTH) throw new SheetError(texts.cellTooLong({ address, name: sheet }));
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}
