import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { headerText, taskColumnsOf, type TaskColumn } from '../lint/support/task-columns.js';
import { shift } from '../text/span.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';

export const taskColumnDuplicate = defineRule({
  meta: {
    id: 'task-column-duplicate',
    category: 'task-table',
    description: 'A task table has each column once',
    recommended: 'error',
    fixable: 'none',
    messages: {
      duplicate: 'Column "{text}" is the same as "{first}": a task table has it once',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, report }) {
    const start = table.rowStarts[table.header ?? 0] ?? 0;
    const known = new Map<TaskColumnId, TaskColumn>();
    for (const column of taskColumnsOf(schema)) {
      if (column.id === undefined) continue;
      const first = known.get(column.id);
      if (first === undefined) {
        known.set(column.id, column);
        continue;
      }
      report({
        messageId: 'duplicate',
        data: { text: headerText(column.cell), first: headerText(first.cell) },
        span: shift(column.cell.span, start),
        related: [{ span: shift(first.cell.span, start), message: 'The first of the two' }],
      });
    }
  },
});
