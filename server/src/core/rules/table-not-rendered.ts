import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Finding, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { lineEndOf } from '../text/line-ends.js';
import { isWholeHeader, showsAllRows } from '../dialect/renderers.js';
import { taskHeader } from '../dialect/task-columns.js';
import { delimiterRow, dashesFor, looksLikeDelimiter } from '../dialect/delimiters.js';
import { isOutsidePipes } from '../dialect/lost-cells.js';
import { blankLinesAbove } from '../lint/support/whole-lines.js';
import { endOfTable, type PlacedTable, type Row, type Table } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';
import { seen } from '../text/spelling.js';
import type { TextEdit } from '../text/text-edit.js';

const texts = defineMessages('table-not-rendered', {
  deleteLine: 'Delete the blank line',
  insertDelimiter: 'Insert a delimiter row',
  deleteCharacter: 'Delete the invisible character',
  replaceWithHyphens: 'Replace with hyphens',
  insertHeader: 'Insert the header of a task table',
});

const messages = {
  noDelimiter:
    'No delimiter row under the header: readers on GitHub, in VS Code, and on the site (docfx) see lines of text, not a table',
  noHeader:
    'No header row above the delimiter row: readers on GitHub, in VS Code, and on the site (docfx) see lines of text, not a table',
  noHead:
    'No header and no delimiter row: readers on GitHub, in VS Code, and on the site (docfx) see lines of text, not a table',
  cutOff:
    'A blank line between the header and the delimiter row: readers on GitHub, in VS Code, and on the site (docfx) see lines of text, not a table',
  invisible:
    'An invisible character in the delimiter row: readers on GitHub, in VS Code, and on the site (docfx) see lines of text, not a table',
  broken:
    '"{text}" isn\'t a delimiter row: readers on GitHub, in VS Code, and on the site (docfx) see lines of text, not a table',
} as const;

export const tableNotRendered = defineRule({
  meta: {
    id: 'table-not-rendered',
    category: 'table',
    description: 'A table has a header row and, directly below it, a delimiter row of hyphens',
    recommended: 'error',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    for (const [index, placed] of playbook.tables.entries()) {
      const above = playbook.tables[index - 1];
      const below = playbook.tables[index + 1];
      // Another rule reports rows below a blank line.
      if (placed.continues !== undefined || (below !== undefined && isCutOff(placed, below, playbook.text))) continue;
      const finding =
        above !== undefined && isCutOff(above, placed, playbook.text)
          ? cutOff(above, placed, playbook.text)
          : findingFor(placed, page, lineEndOf(playbook.text));
      if (finding !== undefined) report(finding);
    }
  },
});

type TableFinding = Finding<typeof messages>;

function findingFor(placed: PlacedTable, page: ReadingContext, lineEnd: string): TableFinding | undefined {
  const { table } = placed;
  const delimiter = placedRow(placed, table.delimiter);
  if (delimiter === undefined) return withoutDelimiter(placed, page, lineEnd);
  if (delimiter.row.delimiter === 'broken') return brokenDelimiter(delimiter, table);
  return table.header === undefined ? withoutHeader(delimiter, headerLine(placed, page), lineEnd) : undefined;
}

/** Whether `above` is the header of `below`, which starts with its delimiter row, with only blank lines between the two. */
function isCutOff(above: PlacedTable, below: PlacedTable, text: string): boolean {
  const isHead =
    above.table.rows.length === 1 &&
    above.table.delimiter === undefined &&
    below.table.header === undefined &&
    below.table.delimiter === 0;
  return isHead && text.slice(endOfTable(above), below.start).trim() === '';
}

function cutOff(above: PlacedTable, below: PlacedTable, text: string): TableFinding | undefined {
  const width = above.table.rows[0]?.cells.length ?? 0;
  const delimiter = placedRow(below, 0);
  if (delimiter === undefined) return undefined;
  const isSafe =
    delimiter.row.delimiter === 'valid' && delimiter.row.cells.length === width && showsAllRows(below.table, width);
  return {
    messageId: 'cutOff',
    span: textOf(delimiter),
    fixes: [
      {
        title: texts.deleteLine,
        edits: [{ span: blankLinesAbove(text, below.start), newText: '' }],
        applicability: isSafe ? 'safe' : 'suggestion',
      },
    ],
  };
}

interface PlacedRow {
  readonly row: Row;
  /** Offset in the file. */
  readonly start: number;
}

function placedRow({ table, start }: PlacedTable, index: number | undefined): PlacedRow | undefined {
  const row = table.rows[index ?? -1];
  return row === undefined ? undefined : { row, start: start + (table.rowStarts[index ?? 0] ?? 0) };
}

function withoutDelimiter(placed: PlacedTable, page: ReadingContext, lineEnd: string): TableFinding | undefined {
  const { table, schema } = placed;
  const first = placedRow(placed, 0);
  const second = placedRow(placed, 1);
  if (first === undefined) return undefined;
  if (second !== undefined && looksLikeDelimiter(second.row)) return replaceDelimiter(first.row, second);
  if (table.header === undefined && schema.kind === 'task')
    return withoutHead(first, headerLine(placed, page), schema.width, lineEnd);
  // A single line that starts with a pipe, or lines with one cell, may not be a table at all.
  if (table.header === undefined && (second === undefined || schema.width < 2)) return undefined;
  const width = first.row.cells.length;
  const newText = `${lineEnd}${delimiterRow(width)}`;
  const end = first.start + first.row.source.length;
  const fix = { title: texts.insertDelimiter, edits: [{ span: { start: end, end }, newText }] };
  return {
    messageId: 'noDelimiter',
    span: textOf(first),
    // If the words show that it's a header, an extra line does no harm, as long as every cell has a column.
    fixes: [
      {
        ...fix,
        applicability:
          isWholeHeader(first.row) && table.header !== undefined && showsAllRows(table, width) ? 'safe' : 'suggestion',
      },
    ],
  };
}

/** A second line such as `|: --- |- -|`, which only its author recognizes as a delimiter row. */
function replaceDelimiter(header: Row, { row, start }: PlacedRow): TableFinding {
  const span = textOf({ row, start });
  const newText = delimiterRow(header.cells.length);
  return {
    messageId: 'broken',
    data: { text: row.source.trim() },
    span,
    fixes: [replaceWith(span, newText)],
  };
}

function brokenDelimiter({ row, start }: PlacedRow, table: Table): TableFinding {
  const outside = row.cells.filter((cell, index) => isOutsidePipes(row, index) && seen(cell.text) === '');
  const broken = row.cells.filter((cell) => !outside.includes(cell) && dashesFor(cell.text) !== cell.text);
  const edits = row.cells.flatMap((cell): TextEdit[] => {
    if (outside.includes(cell)) return [{ span: shift(cell.outer, start), newText: '' }];
    return broken.includes(cell)
      ? [{ span: shift(cell.text === '' ? cell.outer : cell.span, start), newText: dashesFor(cell.text) }]
      : [];
  });
  const header = table.rows[table.header ?? -1];
  const width = header?.cells.length ?? 0;
  const isSafe =
    header !== undefined &&
    isWholeHeader(header) &&
    row.cells.length - outside.length === width &&
    showsAllRows(table, width);
  const applicability = isSafe ? 'safe' : 'suggestion';
  if (broken.every(({ text }) => text !== '' && seen(text) === dashesFor(text))) {
    return {
      messageId: 'invisible',
      span: textOf({ row, start }),
      fixes: [{ title: texts.deleteCharacter, edits, applicability }],
    };
  }
  const first = broken[0]?.span.start ?? 0;
  const last = broken[broken.length - 1]?.span.end ?? row.source.length;
  return {
    messageId: 'broken',
    data: { text: row.source.trim() },
    span: shift({ start: first, end: Math.max(last, first + 1) }, start),
    fixes: [{ title: texts.replaceWithHyphens, edits, applicability }],
  };
}

function withoutHeader(delimiter: PlacedRow, header: string | undefined, lineEnd: string): TableFinding {
  return {
    messageId: 'noHeader',
    span: textOf(delimiter),
    fixes: header === undefined ? [] : [insertHead(delimiter.start, `${header}${lineEnd}`)],
  };
}

function withoutHead(first: PlacedRow, header: string | undefined, width: number, lineEnd: string): TableFinding {
  const fixes =
    header === undefined ? [] : [insertHead(first.start, `${header}${lineEnd}${delimiterRow(width)}${lineEnd}`)];
  return { messageId: 'noHead', span: textOf(first), fixes };
}

function insertHead(at: number, newText: string): Fix {
  return {
    title: texts.insertHeader,
    edits: [{ span: { start: at, end: at }, newText }],
    applicability: 'suggestion',
  };
}

/** The header of a task table of this width. */
function headerLine({ schema }: PlacedTable, page: ReadingContext): string | undefined {
  const layout =
    schema.kind === 'task' ? page.vocabulary.taskLayouts.find(({ length }) => length === schema.width) : undefined;
  return layout === undefined ? undefined : taskHeader(layout, page);
}

function textOf({ row, start }: PlacedRow): Span {
  return shift(trimmed(row.source, { start: 0, end: row.source.length }), start);
}
