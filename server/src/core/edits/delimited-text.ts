import { readRow } from '../parse/row.js';

/** The rows of copied text: of a Markdown table, or of lines whose cells are separated by tabs, semicolons or commas. */
export function rowsOfText(text: string): string[][] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length > 0 && lines.every((line) => /^\s*\|/.test(line))) return markdownRows(lines);
  return new DelimitedText(text, delimiterOf(text)).rows();
}

function markdownRows(lines: readonly string[]): string[][] {
  const rows = lines.map((line) => readRow(line.replace(/^\s+/, ''), 0));
  return rows.filter(({ delimiter }) => delimiter === undefined).map(({ cells }) => cells.map((cell) => cell.text));
}

/** A spreadsheet puts tabs between cells; of the other two the one that is there more often outside of quotes. */
function delimiterOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const bare = text.replace(/"[^"]*"/g, '');
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

/** Reads cells as spreadsheets write them: one that holds a delimiter, a quote or a line break stands in quotes. */
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

  /** `undefined` when the cell only begins with a quote: the quote that closes it is missing, or text stands behind it. */
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
