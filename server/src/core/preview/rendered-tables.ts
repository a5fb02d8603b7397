import { defineMessages, type Message } from '../../messages/index.js';
import { hasPipe, isOutside, renderingOf } from '../dialect/renderers.js';
import type { Playbook } from '../model/playbook.js';
import type { PlacedTable, Row } from '../model/tables.js';
import { readRow } from '../parse/row.js';
import { memoized } from '../text/memo.js';
import { partsOf, shownText } from './cell-parts.js';
import { largest } from '../text/lists.js';

const texts = defineMessages('rendered-tables', {
  afterItem: 'The line above belongs to a list or a quote',
  noHead: 'There is no header and no delimiter row',
  afterBlankLine: 'A blank line separates these rows from the table above',
  noHeader: 'There is no header above the delimiter row',
  noDelimiter: 'There is no delimiter row below the header',
  invalidDelimiter: 'The delimiter row contains characters other than hyphens, colons and pipes',
  fullWidthPipes: 'The header or the delimiter row has full-width pipes',
  otherWidth: {
    text: 'The delimiter row has {delimiters, plural, one {# cell} other {# cells}} and the header {headers}',
    note: '"headers" is the number of cells of the header.',
  },
  afterParagraph: 'The line above belongs to a paragraph',
  otherLine: "A line of it isn't a row",
  noPipe: 'A line has no pipe: "{line}"',
});

/** A table as each renderer displays it. */
export interface RenderedTable {
  /** The nearest heading before it; empty if there is none. */
  readonly heading: string;
  /** The offset of the header, or of the first row if there is none. */
  readonly start: number;
  readonly isTaskTable: boolean;
  /** GitHub and the preview of VS Code. */
  readonly gfm: Rendering;
  /** The published site. */
  readonly docfx: Rendering;
}

export interface Rendering {
  /** Why it's displayed as text instead of a table; `undefined` for a table. */
  readonly reason: Message | undefined;
  /** The header cells that readers see. Empty for text. */
  readonly header: readonly string[];
  readonly rows: readonly RenderedRow[];
}

export interface RenderedRow {
  /** The offset of the line. */
  readonly start: number;
  /** The cells that readers see, one per header cell; the whole line if it isn't a table. */
  readonly cells: readonly string[];
  /** The parts of the row that aren't displayed. */
  readonly lost: readonly string[];
  /** The row has fewer cells than the header, so its texts may be in the wrong columns. */
  readonly isShort?: boolean;
}

/** Every table of the page, in source order. */
export function renderedTables(playbook: Playbook): readonly RenderedTable[] {
  const { tables, headings } = playbook;
  return tables.map((placed) => {
    const { table, schema, start, heading } = placed;
    return {
      heading: headings[heading ?? -1]?.value.text ?? '',
      start: start + (table.rowStarts[table.header ?? 0] ?? 0),
      isTaskTable: schema.kind === 'task',
      gfm: gfmOf(placed, playbook),
      docfx: docfxOf(placed),
    };
  });
}

/** As wide as the header; the rest of a row is lost. Text directly after the table is one more row. */
function gfmOf(placed: PlacedTable, playbook: Playbook): Rendering {
  const head = headOf(placed);
  if (placed.afterText && continuesItem(placed, playbook)) return asText(placed, texts.afterItem);
  if (head === undefined || !renderingOf(placed.table, placed.afterText).gfm)
    return asText(placed, noHead(placed) ?? otherWidth(placed));
  const lines = head.body.slice(
    0,
    endAt(head.body, ({ row }) => isOutside(row, placed.table) || startsBlock(row.source)),
  );
  return asTable(head, lines, head.row.cells.length);
}

/** As wide as the widest row: nothing is lost. */
function docfxOf(placed: PlacedTable): Rendering {
  const head = headOf(placed);
  if (
    head === undefined ||
    !renderingOf(placed.table, placed.afterText).docfx ||
    !head.body.every(({ row }) => hasPipe(row))
  )
    return asText(placed, noHead(placed) ?? disturbed(placed));
  return asTable(
    head,
    head.body,
    Math.max(head.row.cells.length, largest(head.body.map(({ row }) => row.cells.length))),
  );
}

/** An unindented line directly after a list item or a quote continues its paragraph. */
function continuesItem({ start }: PlacedTable, { lines }: Playbook): boolean {
  const first = lines.lineAt(start);
  if (/^[ \t]{2}/.test(lines.lineText(first))) return false;
  for (let line = first - 1; line >= 0; line--) {
    const text = lines.lineText(line);
    if (text.trim() === '') return false;
    if (ITEM_OR_QUOTE.test(text)) return true;
  }
  return false;
}

const ITEM_OR_QUOTE = /^ {0,3}(?:>|(?:[-+*]|\d{1,9}[.)])[ \t]+\S)/;

interface Line {
  readonly row: Row;
  readonly start: number;
}

interface Head {
  readonly row: Row;
  /** The lines from the delimiter row to a blank line. */
  readonly body: readonly Line[];
}

function headOf({ table, start }: PlacedTable): Head | undefined {
  const row = table.rows[table.header ?? -1];
  if (row === undefined || table.delimiter === undefined) return undefined;
  const lines = table.rows.map((one, index): Line => ({
    row: asCut(one),
    start: start + (table.rowStarts[index] ?? 0),
  }));
  const end = lines.findIndex((line, index) => index > 0 && isAfterBlankLine(line, lines[index - 1]));
  return { row, body: lines.slice(table.delimiter + 1, end === -1 ? lines.length : end) };
}

/** To renderers, a full-width pipe is an ordinary character. */
function asCut(row: Row): Row {
  return row.fullWidthPipes.length === 0 ? row : cutAgain(row);
}

/** No row has more than one cell, because full-width pipes don't count. */
const cutAgain = memoized((row: Row) => readRow(row.source, 1));

/** Rows with more than one line ending between them. */
function isAfterBlankLine({ start }: Line, before: Line | undefined): boolean {
  return before !== undefined && start - before.start - before.row.source.length > LONGEST_LINE_END;
}

const LONGEST_LINE_END = 2;

function endAt(lines: readonly Line[], isEnd: (line: Line) => boolean): number {
  const end = lines.findIndex(isEnd);
  return end === -1 ? lines.length : end;
}

/** Whether the line begins a heading, a quote, a list or HTML, which end a table. */
function startsBlock(line: string): boolean {
  return BLOCK_START.test(line.trimStart());
}

const BLOCK_START =
  /^(?:>|#{1,6}(?:[ \t]|$)|```|~~~|[-+*][ \t]+\S|1[.)][ \t]+\S|(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$|<(?:!--|\?|![A-Za-z]|\/?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|option|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul|script|pre|style|textarea)(?:[\s/>]|$)))/i;

function asTable({ row }: Head, lines: readonly Line[], width: number): Rendering {
  return {
    reason: undefined,
    header: padded(shownCells(row), width),
    rows: lines.map((line) => ({
      start: line.start,
      cells: padded(shownCells(line.row), width),
      lost: shownCells(line.row)
        .slice(width)
        .filter((text) => text !== ''),
      ...(line.row.cells.length < row.cells.length && { isShort: true }),
    })),
  };
}

const shownCells = memoized((row: Row): readonly string[] =>
  row.cells.map((cell) => shownText(partsOf(row, cell), cell.text)),
);

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

function asText({ table, start }: PlacedTable, reason: Message): Rendering {
  return {
    reason,
    header: [],
    rows: table.rows.map(({ source }, index) => ({
      start: start + (table.rowStarts[index] ?? 0),
      cells: [source.trim()],
      lost: [],
    })),
  };
}

/** What is lost in every renderer. */
function noHead({ table, continues }: PlacedTable): Message | undefined {
  const header = table.rows[table.header ?? -1];
  const delimiter = table.rows[table.delimiter ?? -1];
  if (header === undefined && delimiter === undefined)
    return continues === undefined ? texts.noHead : texts.afterBlankLine;
  if (header === undefined) return texts.noHeader;
  if (delimiter === undefined) return texts.noDelimiter;
  if (delimiter.delimiter !== 'valid') return texts.invalidDelimiter;
  return header.fullWidthPipes.length + delimiter.fullWidthPipes.length > 0 ? texts.fullWidthPipes : undefined;
}

function otherWidth({ table: { rows, header, delimiter } }: PlacedTable): Message {
  const [headers, delimiters] = [rows[header ?? -1], rows[delimiter ?? -1]].map((row) => row?.cells.length ?? 0);
  return texts.otherWidth({ delimiters: delimiters ?? 0, headers: headers ?? 0 });
}

function disturbed({ table, afterText }: PlacedTable): Message {
  if (afterText) return texts.afterParagraph;
  const line = table.rows.find((row) => !hasPipe(asCut(row)));
  return line === undefined ? texts.otherLine : texts.noPipe({ line: line.source.trim() });
}
