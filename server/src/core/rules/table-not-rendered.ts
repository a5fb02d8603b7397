import { defineRule, type Finding, type Fix, type Page } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { lineEndIn } from '../lint/support/task-rows.js';
import { taskHeader } from '../lint/support/task-columns.js';
import { delimiterRow, dashesFor, looksLikeDelimiter } from '../lint/support/delimiters.js';
import type { PlacedTable, Row } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';

const messages = {
  noDelimiter: 'No delimiter row under the header: readers on GitHub, in VS Code and on the site (docfx) see lines of text, not a table',
  noHeader: 'No header row above the delimiter row: readers on GitHub, in VS Code and on the site (docfx) see lines of text, not a table',
  noHead: 'No header and no delimiter row: readers on GitHub, in VS Code and on the site (docfx) see lines of text, not a table',
  broken: '"{text}" is not a delimiter row: readers on GitHub, in VS Code and on the site (docfx) see lines of text, not a table',
} as const;

export const tableNotRendered = defineRule({
  meta: {
    id: 'table-not-rendered',
    category: 'table',
    description: 'A table has a header row and, right below it, a delimiter row of hyphens',
    recommended: 'error',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    for (const placed of playbook.tables) {
      // Rows that a blank line cut off have a rule of their own.
      const finding = placed.continues === undefined ? findingFor(placed, page) : undefined;
      if (finding !== undefined) report(finding);
    }
  },
});

type TableFinding = Finding<typeof messages>;

function findingFor(placed: PlacedTable, page: Page): TableFinding | undefined {
  const { table } = placed;
  const delimiter = rowAt(placed, table.delimiter);
  if (delimiter === undefined) return withoutDelimiter(placed, page);
  if (delimiter.row.delimiter === 'broken') return brokenDelimiter(delimiter);
  return table.header === undefined ? withoutHeader(delimiter, headerLine(placed, page), placed) : undefined;
}

interface RowAt {
  readonly row: Row;
  /** Offset in the file. */
  readonly start: number;
}

function rowAt({ table, start }: PlacedTable, index: number | undefined): RowAt | undefined {
  const row = table.rows[index ?? -1];
  return row === undefined ? undefined : { row, start: start + (table.rowStarts[index ?? 0] ?? 0) };
}

function withoutDelimiter(placed: PlacedTable, page: Page): TableFinding | undefined {
  const { table, schema } = placed;
  const first = rowAt(placed, 0);
  const second = rowAt(placed, 1);
  if (first === undefined) return undefined;
  if (second !== undefined && looksLikeDelimiter(second.row)) return replaceDelimiter(first.row, second);
  if (table.header === undefined && schema.kind === 'task') return withoutHead(first, headerLine(placed, page), placed);
  // One line that starts with a pipe, or lines of one cell, may be no table at all.
  if (table.header === undefined && (second === undefined || schema.width < 2)) return undefined;
  const newText = `${lineEndIn(table)}${delimiterRow(first.row.cells.length)}`;
  const end = first.start + first.row.source.length;
  const fix = { title: 'Insert a delimiter row', edits: [{ span: { start: end, end }, newText }] };
  return {
    messageId: 'noDelimiter',
    span: textOf(first),
    // Where the words say that it is a header, a line more can do no harm.
    fixes: [{ ...fix, applicability: table.header === undefined ? 'suggestion' : 'safe' }],
  };
}

/** A second line such as `|: --- |- -|`, of which only its author can see what it is. */
function replaceDelimiter(header: Row, { row, start }: RowAt): TableFinding {
  const span = textOf({ row, start });
  const newText = delimiterRow(header.cells.length);
  return {
    messageId: 'broken',
    data: { text: row.source.trim() },
    span,
    fixes: [{ title: `Replace with "${newText}"`, edits: [{ span, newText }], applicability: 'suggestion' }],
  };
}

function brokenDelimiter({ row, start }: RowAt): TableFinding {
  const broken = row.cells.filter((cell) => dashesFor(cell.text) !== cell.text);
  const edits = broken.map((cell) => ({ span: shift(cell.text === '' ? cell.outer : cell.span, start), newText: dashesFor(cell.text) }));
  const first = broken[0]?.span.start ?? 0;
  const last = broken[broken.length - 1]?.span.end ?? row.source.length;
  return {
    messageId: 'broken',
    data: { text: row.source.trim() },
    span: shift({ start: first, end: Math.max(last, first + 1) }, start),
    fixes: [{ title: 'Replace with hyphens', edits, applicability: 'safe' }],
  };
}

function withoutHeader(delimiter: RowAt, header: string | undefined, { table }: PlacedTable): TableFinding {
  return { messageId: 'noHeader', span: textOf(delimiter), fixes: header === undefined ? [] : [insertHead(delimiter.start, `${header}${lineEndIn(table)}`)] };
}

function withoutHead(first: RowAt, header: string | undefined, { table, schema }: PlacedTable): TableFinding {
  const lineEnd = lineEndIn(table);
  const fixes = header === undefined ? [] : [insertHead(first.start, `${header}${lineEnd}${delimiterRow(schema.width)}${lineEnd}`)];
  return { messageId: 'noHead', span: textOf(first), fixes };
}

function insertHead(at: number, newText: string): Fix {
  return { title: 'Insert the header of a task table', edits: [{ span: { start: at, end: at }, newText }], applicability: 'suggestion' };
}

/** The header of a task table of this width. */
function headerLine({ schema }: PlacedTable, page: Page): string | undefined {
  const layout = schema.kind === 'task' ? page.vocabulary.taskLayouts.find(({ length }) => length === schema.width) : undefined;
  return layout === undefined ? undefined : taskHeader(layout, page);
}

function textOf({ row, start }: RowAt): Span {
  return shift(trimmed(row.source, { start: 0, end: row.source.length }), start);
}
