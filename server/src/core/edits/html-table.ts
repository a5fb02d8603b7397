import { Parser } from 'htmlparser2';
import { asTarget } from '../dialect/links.js';
import { unwrappedLink } from '../text/safe-links.js';

/** The rows of the largest table in HTML that a spreadsheet or Word put on the clipboard; empty if there is none. */
export function rowsOfHtml(html: string): string[][] {
  const reader = new TableReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  for (let at = 0; at < html.length && reader.depth < MAX_DEPTH; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  parser.end();
  return reader.largest();
}

/** Unclosed tags cost more at each level; nobody copies a page that deep. */
const MAX_DEPTH = 1000;
const CHUNK = 0x4000;
/** Text is copied to at most this many enclosing tables; each of them costs its length again. */
const MAX_NESTED = 4;

/** More columns or rows than a cell of a playbook ever spans. */
const MAX_SPAN = 100;
/** Elements whose text is invisible. */
const SILENT: ReadonlySet<string> = new Set(['style', 'script', 'title']);
/** Each of these starts a new line. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

type Attributes = Readonly<Record<string, string>>;

/** A table during parsing. */
class OpenTable {
  readonly rows: string[][] = [];
  /** For each column, how many more rows a cell above spans. */
  readonly #reaching: number[] = [];
  #row: string[] | undefined;
  #cell: string | undefined;
  #span = { columns: 1, rows: 1 };
  #link: { readonly href: string; readonly start: number } | undefined;

  openRow(): void {
    this.closeRow();
    this.#row = [];
    this.#skipReached(this.#row);
  }

  closeRow(): void {
    this.closeCell();
    if (this.#row !== undefined && this.#row.length > 0) this.rows.push(this.#row);
    this.#row = undefined;
  }

  openCell(attributes: Attributes): void {
    this.closeCell();
    if (this.#row === undefined) this.openRow();
    this.#cell = '';
    this.#span = { columns: spanOf(attributes['colspan']), rows: spanOf(attributes['rowspan']) };
  }

  /**
   * A cell that spans several columns or rows has its text in the first cell; the others are empty, so that the columns
   * line up.
   */
  closeCell(): void {
    this.closeLink();
    if (this.#cell === undefined || this.#row === undefined) return;
    for (let column = 0; column < this.#span.columns; column++) {
      this.#reaching[this.#row.length] = this.#span.rows - 1;
      this.#row.push(column === 0 ? linesIn(this.#cell) : '');
    }
    this.#cell = undefined;
    this.#skipReached(this.#row);
  }

  /** Text between cells isn't part of the table. */
  write(text: string): void {
    if (this.#cell !== undefined) this.#cell += text;
  }

  openLink(href: string): void {
    if (this.#cell !== undefined) this.#link = { href, start: this.#cell.length };
  }

  /** A link to a page keeps its target; if text and address are the same, only the text is kept. */
  closeLink(): void {
    if (this.#link === undefined || this.#cell === undefined) return;
    const { href, start } = this.#link;
    const text = this.#cell.slice(start).trim();
    const target = unwrappedLink(href) ?? href;
    if (/^https?:/i.test(target) && text !== '' && text !== href)
      this.#cell = `${this.#cell.slice(0, start)}[${text}](${asTarget(target)})`;
    this.#link = undefined;
  }

  #skipReached(row: string[]): void {
    for (let left = this.#reaching[row.length] ?? 0; left > 0; left = this.#reaching[row.length] ?? 0) {
      this.#reaching[row.length] = left - 1;
      row.push('');
    }
  }
}

/** Processes the tags. A nested table counts as a table, and as text of the cell that contains it. */
class TableReader {
  readonly #open: OpenTable[] = [];
  readonly #done: string[][][] = [];
  /** The depth inside elements whose text is left out. */
  readonly #silent: number[] = [];
  #depth = 0;

  /** The number of open tags. */
  get depth(): number {
    return this.#depth;
  }

  open(name: string, attributes: Attributes): void {
    this.#depth++;
    if (SILENT.has(name) || isListMark(attributes)) this.#silent.push(this.#depth);
    else if (name === 'table') this.#open.push(new OpenTable());
    else if (name === 'tr') this.#table?.openRow();
    else if (name === 'td' || name === 'th') this.#table?.openCell(attributes);
    else if (name === 'br' || BLOCKS.has(name)) this.#table?.write('\n');
    else if (name === 'a') this.#table?.openLink(attributes['href'] ?? '');
  }

  /** A line break in HTML source is a space. */
  text(text: string): void {
    if (this.#silent.length === 0) this.#table?.write(text.replace(/[ \t\r\n]+/g, ' '));
  }

  close(name: string): void {
    const isSilent = this.#silent[this.#silent.length - 1] === this.#depth;
    this.#depth--;
    if (isSilent) this.#silent.pop();
    else if (name === 'a') this.#table?.closeLink();
    else if (name === 'td' || name === 'th') this.#table?.closeCell();
    else if (name === 'tr') this.#table?.closeRow();
    else if (name === 'table') this.#closeTable();
  }

  largest(): string[][] {
    while (this.#open.length > 0) this.#closeTable();
    const size = (rows: readonly (readonly string[])[]): number => rows.reduce((sum, row) => sum + row.length, 0);
    return this.#done.reduce<string[][]>((best, rows) => (size(rows) > size(best) ? rows : best), []);
  }

  get #table(): OpenTable | undefined {
    return this.#open[this.#open.length - 1];
  }

  #closeTable(): void {
    const table = this.#open.pop();
    table?.closeRow();
    if (table === undefined) return;
    this.#done.push(table.rows);
    if (this.#open.length < MAX_NESTED) this.#table?.write(`\n${table.rows.map((row) => row.join(' ')).join('\n')}\n`);
  }
}

/** Word writes the bullets and numbers of its lists as text. */
function isListMark({ style = '' }: Attributes): boolean {
  return /mso-list:\s*Ignore/i.test(style);
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

function linesIn(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
