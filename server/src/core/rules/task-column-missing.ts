import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { taskColumnsOf, type TaskColumn } from '../lint/support/task-columns.js';
import { shift, trimmed } from '../text/span.js';
import type { TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';

export const taskColumnMissing = defineRule({
  meta: {
    id: 'task-column-missing',
    category: 'task-table',
    description: 'A task table has columns for task ID, name, mandatory/optional and role',
    recommended: 'error',
    fixable: 'none',
    messages: {
      missing: 'No column "{column}" in this task table',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    const columns = taskColumnsOf(schema);
    const header = table.rows[table.header ?? -1];
    if (header === undefined || columns.length === 0) return;
    for (const id of requiredColumns(page.vocabulary)) {
      if (columns.some((column) => column.id === id) || standsIn(columns, id, page.vocabulary)) continue;
      report({
        messageId: 'missing',
        data: { column: page.vocabulary.taskColumns.spelling(id, page.language) },
        span: shift(trimmed(header.source, { start: 0, end: header.source.length }), table.rowStarts[table.header ?? 0] ?? 0),
      });
    }
  },
});

/** The columns that every layout has. */
function requiredColumns({ taskLayouts }: Vocabulary): readonly TaskColumnId[] {
  const [first = [], ...others] = taskLayouts;
  return first.filter((id) => others.every((layout) => layout.includes(id)));
}

/** Whether a column that nobody knows stands just where the missing one belongs: its name is what is wrong. */
function standsIn(columns: readonly TaskColumn[], id: TaskColumnId, { taskLayouts }: Vocabulary): boolean {
  const [order = []] = taskLayouts;
  const place = order.indexOf(id);
  return columns.some((column, index) => column.id === undefined && columns[index - 1]?.id === order[place - 1] && columns[index + 1]?.id === order[place + 1]);
}
