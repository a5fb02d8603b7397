import { defineMessages } from '../../messages/index.js';
import { shapeOf } from '../dialect/row-shape.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { deleteColumn } from '../lint/support/column-edits.js';
import { suggestion } from '../lint/support/fixes.js';
import { rowFacts } from '../model/row-facts.js';
import { isBodyRow, isEmptyCell, type Row, type Table, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import { seen } from '../text/spelling.js';

const texts = defineMessages('table-column-empty', {
  deleteCells: {
    text: '{count, plural, one {Delete the empty cell} other {Delete the empty cells}}',
    note: 'Title of a fix for the end of a table row.',
  },
  deleteColumn: 'Delete the column',
});

const messages = {
  surplus:
    '{count, plural, one {An empty cell beyond the last column: the site (docfx) adds a column without a name} other {# empty cells beyond the last column: the site (docfx) adds columns without a name}}',
  column: 'The last column has no name and no text',
} as const;

export const tableColumnEmpty = defineRule({
  meta: {
    id: 'table-column-empty',
    category: 'table',
    description: 'A table has no empty column without a name',
    recommended: 'info',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  table({ table, schema, page, report }) {
    const header = table.rows[table.header ?? -1];
    if (header === undefined || table.rows[table.delimiter ?? -1]?.delimiter !== 'valid') return;
    const column = emptyColumn(table, header);
    if (column !== undefined) report(column);
    for (const { index, value: row } of widerThan(schema)(table)) {
      const surplus = surplusOf(row, schema.width);
      // Another rule reports an empty cell that pushes the others to the right.
      if (surplus === undefined || shapeOf(row, schema, page.vocabulary).kind !== 'whole') continue;
      const count = row.cells.length - schema.width;
      const span = shift(surplus, table.rowStarts[index] ?? 0);
      const fix = {
        title: texts.deleteCells({ count }),
        edits: [{ span, newText: '' }],
        applicability: 'safe',
      } as const;
      report({ messageId: 'surplus', data: { count }, span, fixes: [fix] });
    }
  },
});

const widerThan = memoized(({ width }: TableSchema) => rowFacts((row) => (row.cells.length > width ? row : undefined)));

/** The end of the row after the pipe that closes the last column, if it has nothing but pipes and white space. */
function surplusOf({ source, cells, closingPipe }: Row, width: number): Span | undefined {
  const start = cells[width]?.outer.start ?? 0;
  const end = (cells[cells.length - 1]?.outer.end ?? 0) + (closingPipe ? 1 : 0);
  return seen(source.slice(start, end).replaceAll('|', ' ')) === '' ? { start, end } : undefined;
}

/** The last column, if neither its header nor one of its cells has text. A row doesn't need a cell in it. */
function emptyColumn(table: Table, header: Row): Finding<typeof messages> | undefined {
  const index = header.cells.length - 1;
  const cell = header.cells[index];
  if (index === 0 || cell === undefined || cell.text !== '' || !header.closingPipe) return undefined;
  const body = table.rows.filter((_, at) => isBodyRow(table, at));
  const width = table.rows[table.delimiter ?? -1]?.cells.length;
  if (body.length === 0 || width !== header.cells.length) return undefined;
  const isEmpty = body.every((row) => row.cells.slice(index).every(isEmptyCell));
  if (!isEmpty || table.rows.some((row) => row.isConflictMarker)) return undefined;
  return {
    messageId: 'column',
    span: shift(cell.outer, table.rowStarts[table.header ?? 0] ?? 0),
    fixes: [suggestion(texts.deleteColumn, ...deleteColumn(table, index))],
  };
}
