import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { removeTableRows } from '../lint/support/remove-table-rows.js';
import { suggestion } from '../lint/support/fixes.js';
import { removeLines } from '../lint/support/whole-lines.js';
import { endOfTable, isBodyRow, type Table } from '../model/tables.js';
import { shift, trimmed } from '../text/span.js';

const texts = defineMessages('task-table-empty', {
  deleteTable: 'Delete the empty table',
  deleteHeader: 'Delete the repeated header',
});

export const taskTableEmpty = defineRule({
  meta: {
    id: 'task-table-empty',
    category: 'task-table',
    description: 'A task table has tasks and only one header',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      empty: 'The task table has no tasks',
      repeated: 'The header of the table is repeated: readers see it as a row',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const { index, row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      if (shape.kind !== 'repeated-header') continue;
      report({
        messageId: 'repeated',
        span: shift(trimmed(row.source, { start: 0, end: row.source.length }), start),
        fixes: [deleteHeader(table, index)],
      });
    }
  },

  playbook({ playbook, report }) {
    for (const [index, placed] of playbook.tables.entries()) {
      const { table, schema, start } = placed;
      const header = table.rows[table.header ?? -1];
      // Another rule reports rows below a blank line.
      if (schema.kind !== 'task' || header === undefined || playbook.tables[index + 1]?.continues === index) continue;
      if (table.delimiter === undefined || table.rows.some((row, at) => row.isConflictMarker || isBodyRow(table, at)))
        continue;
      const fixes = [suggestion(texts.deleteTable, removeLines(playbook.text, { start, end: endOfTable(placed) }))];
      report({
        messageId: 'empty',
        span: shift(trimmed(header.source, { start: 0, end: header.source.length }), start),
        fixes,
      });
    }
  },
});

/** Deletes the second header and the delimiter row below it. */
function deleteHeader(table: Table, index: number): Fix {
  const last = table.rows[index + 1]?.delimiter === undefined ? index : index + 1;
  return suggestion(texts.deleteHeader, removeTableRows(table, index, last));
}
