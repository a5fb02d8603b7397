import type { Row } from '../model/tables.js';
import { readRow } from '../parse/row.js';
import { rowsOfJson } from '../text/json-rows.js';
import { isTaskExport } from '../vocabulary/column-names.js';

/**
 * The rows of a table in text: Markdown, with or without outer pipes; JSON, a list of objects; or lines whose cells are
 * separated by tabs, semicolons or commas. A table that we exported gets its original cells back.
 */
export function rowsOfText(source: string): string[][] {
  const text = source.replace(/^\uFEFF/, '');
  const json = /^\s*[[{]/.test(text) ? rowsOfJson(text) : undefined;
  if (json !== undefined) return json.map((row) => [...row]);
  const markdown = markdownRows(text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== ''));
  return markdown ?? new DelimitedText(text, delimiterOf(text)).rows();
}

/**
 * `undefined` if the lines aren't Markdown rows: either all of them start with a pipe, or pipes divide all of them into
 * the same number of cells.
 */
function markdownRows(lines: readonly string[]): string[][] | undefined {
  if (!lines.every((line) => line.includes('|')) || lines.length === 0) return undefined;
  const rows = lines.map((line) => readRow(line.replace(/^\s+/, ''), 0));
  const [first] = rows;
  if (!rows.every(({ leadingPipe }) => leadingPipe) && !isCutByPipes(rows)) return undefined;
  const read = rows.filter(({ delimiter }) => delimiter === undefined);
  return isTaskExport(first?.cells.map(({ text }) => text) ?? [])
    ? read.map(exportedCells)
    : read.map(({ cells }) => cells.map((cell) => cell.text));
}

/** Whether pipes separate the cells. A single pipe may just be a character between commas. */
function isCutByPipes(rows: readonly Row[]): boolean {
  const width = rows[0]?.cells.length ?? 0;
  const others =
    rows.some(({ source }) => source.includes('\t')) || (width < 3 && rows.some(({ source }) => /[,;]/.test(source)));
  return width > 1 && !others && rows.every(({ cells }) => cells.length === width);
}

/** Our export escapes each character that is markup in Markdown, and writes `<br />` for a line break. */
function exportedCells({ source, cells }: Row): string[] {
  return cells.map(({ outer }) =>
    source
      .slice(outer.start, outer.end)
      .trim()
      .replaceAll('<br />', '\n')
      .replace(/\\([\\|<&])/g, '$1'),
  );
}

/** Spreadsheets separate cells with tabs; otherwise, the more frequent of the other two outside quotes. */
function delimiterOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const bare = text.replace(/"[^"]*"/g, '');
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

/** Reads cells as spreadsheets write them: a cell with a delimiter, a quotation mark or a line break is quoted. */
class DelimitedText {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  rows(): string[][] {
    const rows: string[][] = [];
    while (this.#at < this.#text.length) rows.push(this.#row());
    return rows;
  }

  #row(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#quoted() ?? this.#bare());
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    if (this.#text[this.#at] === '\r') this.#at++;
    if (this.#text[this.#at] === '\n') this.#at++;
    return cells;
  }

  #bare(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#isEnd(this.#at)) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  /** `undefined` if the cell only begins with a quotation mark: the closing one is missing, or text follows it. */
  #quoted(): string | undefined {
    if (this.#text[this.#at] !== '"') return undefined;
    let end = this.#text.indexOf('"', this.#at + 1);
    while (end !== -1 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    if (end === -1 || !this.#isEnd(end + 1)) return undefined;
    const cell = this.#text.slice(this.#at + 1, end).replaceAll('""', '"');
    this.#at = end + 1;
    return cell;
  }

  #isEnd(at: number): boolean {
    const character = this.#text[at];
    return character === undefined || character === this.#delimiter || character === '\n' || character === '\r';
  }
}
