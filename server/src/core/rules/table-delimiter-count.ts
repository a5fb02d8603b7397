import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { taskColumnsOf } from '../dialect/task-columns.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { asHeaderIn, insertColumn } from '../lint/support/column-edits.js';
import { suggestion } from '../lint/support/fixes.js';
import { isOutsidePipes } from '../dialect/lost-cells.js';
import { bodyWidths, isWholeHeader, showsAllRows } from '../dialect/renderers.js';
import type { Row, Table, TableSchema } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';
import { seen } from '../text/spelling.js';

const texts = defineMessages('table-delimiter-count', {
  deleteCharacters: '{count, plural, one {Delete the invisible character} other {Delete the invisible characters}}',
  deleteCells: '{count, plural, one {Delete the empty header cell} other {Delete the empty header cells}}',
  addCells: { text: 'Add the missing cells', note: 'Of the delimiter row.' },
  insertHeaderCell: {
    text: 'Insert the header cell "{column}"',
    note: 'Title of a fix. {column}: the name of a column.',
  },
  deleteExtraCells: { text: 'Delete the extra cells', note: 'Of the delimiter row.' },
});

export const tableDelimiterCount = defineRule({
  meta: {
    id: 'table-delimiter-count',
    category: 'table',
    description: 'The delimiter row has as many cells as the header row',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      differs: {
        text: "{delimiter, plural, one {The delimiter row has # cell, but the header has {header}: only the site (docfx) shows a table, GitHub and VS Code don't} other {The delimiter row has # cells, but the header has {header}: only the site (docfx) shows a table, GitHub and VS Code don't}}",
        note: '{delimiter} and {header}: numbers of cells.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    const header = table.rows[table.header ?? -1];
    const delimiter = table.rows[table.delimiter ?? -1];
    if (header === undefined || delimiter?.delimiter !== 'valid' || header.cells.length === delimiter.cells.length)
      return;
    const { wrong, fixes } = findWrongRow(table, schema, header, delimiter, page);
    report({
      messageId: 'differs',
      data: { delimiter: delimiter.cells.length, header: header.cells.length },
      span: shift(trimmed(wrong.source, { start: 0, end: wrong.source.length }), startOf(wrong, table)),
      fixes,
    });
  },
});

interface Judgement {
  /** The row with the wrong number of cells. */
  readonly wrong: Row;
  readonly fixes: readonly Fix[];
}

/** The other rows determine which of the two is wrong. If they match neither, the author has to decide. */
function findWrongRow(table: Table, schema: TableSchema, header: Row, delimiter: Row, page: ReadingContext): Judgement {
  const resized = resizeDelimiter(delimiter, header.cells.length, startOf(delimiter, table));
  const narrowed = narrow(header, delimiter.cells.length, startOf(header, table));
  const widths = bodyWidths(table);
  const agreesWith = ({ cells }: Row): boolean => widths.length > 0 && widths.every((width) => width === cells.length);
  if (narrowed !== undefined && agreesWith(delimiter) && showsAllRows(table, delimiter.cells.length))
    return { wrong: header, fixes: [asSafe(narrowed)] };
  const isHeaderRight = agreesWith(header) || isKnownHeader(schema);
  if (isHeaderRight && isWholeHeader(header) && showsAllRows(table, header.cells.length))
    return { wrong: delimiter, fixes: [asSafe(resized)] };
  const completed = agreesWith(delimiter) ? completeHeader(table, schema, header, delimiter.cells.length, page) : [];
  return { wrong: delimiter, fixes: [...completed, resized, ...(narrowed === undefined ? [] : [narrowed])] };
}

/** Whether each cell of the header names a different column of the dialect. */
function isKnownHeader({ columns }: TableSchema): boolean {
  return columns.every(({ by }) => by === 'exact') && new Set(columns.map(({ id }) => id)).size === columns.length;
}

/** Inserts the header of the one column that the header of a task table lacks, but all other rows have. */
function completeHeader(
  table: Table,
  schema: TableSchema,
  header: Row,
  width: number,
  { vocabulary, language }: ReadingContext,
): Fix[] {
  const ids = taskColumnsOf(table, schema).map(({ id }) => id);
  const layout = vocabulary.taskLayouts.find((candidate) => candidate.length === width) ?? [];
  const index = layout.findIndex((id) => !ids.includes(id));
  const missing = layout[index];
  if (missing === undefined || ids.toString() !== layout.filter((id) => id !== missing).toString()) return [];
  const column = vocabulary.taskColumns.spelling(missing, language);
  const edits = insertColumn(table, index, asHeaderIn(header, column), schema.width);
  return [suggestion(texts.insertHeaderCell({ column }), ...edits)];
}

function asSafe(fix: Fix): Fix {
  return { ...fix, applicability: 'safe' };
}

function startOf(row: Row, { rows, rowStarts }: Table): number {
  return rowStarts[rows.indexOf(row)] ?? 0;
}

/** The header without its empty or invisible cells; `undefined` if that doesn't leave `width` cells. */
function narrow(header: Row, width: number, start: number): Fix | undefined {
  const extraCells = [...header.cells.keys()].filter((index) => seen(header.cells[index]?.text ?? '') === '');
  if (extraCells.length === 0 || header.cells.length - extraCells.length !== width) return undefined;
  const isInvisible = extraCells.every((index) => header.cells[index]?.text !== '');
  const values = { count: extraCells.length };
  return {
    title: isInvisible ? texts.deleteCharacters(values) : texts.deleteCells(values),
    edits: extraCells.map((index) => ({ span: shift(cellWithPipe(header, index), start), newText: '' })),
    applicability: 'suggestion',
  };
}

/** The cell and the pipe after it, or before it in the last cell. */
function cellWithPipe(header: Row, index: number): Span {
  const { start, end } = header.cells[index]?.outer ?? { start: 0, end: 0 };
  return { start, end: isOutsidePipes(header, index) ? end : end + 1 };
}

function resizeDelimiter(delimiter: Row, width: number, start: number): Fix {
  const missing = width - delimiter.cells.length;
  const edit =
    missing > 0
      ? { span: endOf(delimiter), newText: added(delimiter, missing) }
      : { span: extraCells(delimiter, width), newText: '' };
  return {
    title: missing > 0 ? texts.addCells : texts.deleteExtraCells,
    edits: [{ span: shift(edit.span, start), newText: edit.newText }],
    applicability: 'suggestion',
  };
}

function added({ closingPipe }: Row, missing: number): string {
  return closingPipe ? '---|'.repeat(missing) : '|---'.repeat(missing);
}

function endOf({ source }: Row): Span {
  const { end } = trimmed(source, { start: 0, end: source.length });
  return { start: end, end };
}

/** From the end of the last cell to keep to the closing pipe, or to the end if there is none. */
function extraCells(delimiter: Row, width: number): Span {
  const start = delimiter.cells[width - 1]?.outer.end ?? 0;
  const end = delimiter.cells[delimiter.cells.length - 1]?.outer.end ?? start;
  return { start, end };
}
