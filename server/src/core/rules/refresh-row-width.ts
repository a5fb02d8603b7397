import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { deleteRepeatedCell, narrowings } from '../lint/support/cell-counts.js';
import { insertColumn } from '../lint/support/column-edits.js';
import { suggestion } from '../lint/support/fixes.js';
import { isBodyRow, isEmptyCell, type Row, type Table, type TableSchema } from '../model/tables.js';
import { shift, type Span } from '../text/span.js';

const texts = defineMessages('refresh-row-width', {
  addColumn: 'Add the column "{column}"',
});

export const refreshRowWidth = defineRule({
  meta: {
    id: 'refresh-row-width',
    category: 'refresh-summary',
    description: 'A row of the refresh summary has no more cells than the header',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      tooMany: {
        text: '{count} cells under a header with {width}: not every renderer shows this text',
        note: '{count} and {width}: numbers of cells. {count} is two or more.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'refresh') return;
    for (const [index, row] of table.rows.entries()) {
      const span = isBodyRow(table, index) ? surplusOf(row, schema.width) : undefined;
      if (span === undefined) continue;
      const start = table.rowStarts[index] ?? 0;
      const fixes = [
        ...deleteRepeatedCell(row, schema.width, start),
        ...addNotes(table, row, schema, page),
        ...narrowings(row, schema.width, start),
      ];
      report({
        messageId: 'tooMany',
        data: { count: row.cells.length, width: schema.width },
        span: shift(span, start),
        fixes,
      });
    }
  },
});

/** The cells to the right of the last column. Empty cells don't count. */
function surplusOf({ cells }: Row, width: number): Span | undefined {
  const [first] = cells.slice(width).filter((cell) => !isEmptyCell(cell));
  const last = cells.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
}

/** Adds the notes column that some refresh summaries have, if the row has one extra cell. Rows below a blank line have no header. */
function addNotes(
  table: Table,
  row: Row,
  { width, columns }: TableSchema,
  { vocabulary, language }: ReadingContext,
): Fix[] {
  if (table.header === undefined || row.cells.length !== width + 1 || columns.some(({ id }) => id === 'notes'))
    return [];
  const notes = vocabulary.refreshColumns.spelling('notes', language);
  return [suggestion(texts.addColumn({ column: notes }), ...insertColumn(table, width, notes, width))];
}
