import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf } from '../lint/support/row-shape.js';
import { isBodyRow, type Table } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';

export const taskTableEmpty = defineRule({
  meta: {
    id: 'task-table-empty',
    category: 'task-table',
    description: 'A task table lists tasks below one header',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      empty: 'No tasks in this table',
      repeated: 'The header of the table is repeated: readers see it as a row',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const { index, row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      if (shape.kind !== 'repeated-header') continue;
      report({ messageId: 'repeated', span: shift(trimmed(row.source, { start: 0, end: row.source.length }), start), fixes: [deleteHeader(table, index)] });
    }
  },

  playbook({ playbook, report }) {
    for (const [index, { table, schema, start }] of playbook.tables.entries()) {
      const header = table.rows[table.header ?? -1];
      // Rows that a blank line cut off have a rule of their own.
      if (schema.kind !== 'task' || header === undefined || playbook.tables[index + 1]?.continues === index) continue;
      if (table.delimiter === undefined || table.rows.some((row, at) => row.isConflictMarker || isBodyRow(table, at))) continue;
      report({ messageId: 'empty', span: shift(trimmed(header.source, { start: 0, end: header.source.length }), start) });
    }
  },
});

/** Deletes the line of the second header, and that of the delimiter below it. */
function deleteHeader({ rows, rowStarts }: Table, index: number): Fix {
  const last = rows[index + 1]?.delimiter === undefined ? index : index + 1;
  // From the end of the row above, so that the line end goes with the line, wherever in the table it is.
  const start = (rowStarts[index - 1] ?? 0) + (rows[index - 1]?.source.length ?? 0);
  const span: Span = { start, end: (rowStarts[last] ?? 0) + (rows[last]?.source.length ?? 0) };
  return { title: 'Delete the repeated header', edits: [{ span, newText: '' }], applicability: 'suggestion' };
}
