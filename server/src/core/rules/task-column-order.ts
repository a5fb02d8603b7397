import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { headerText, taskColumnsOf, type TaskColumn } from '../lint/support/task-columns.js';
import { shift } from '../text/span.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';

export const taskColumnOrder = defineRule({
  meta: {
    id: 'task-column-order',
    category: 'task-table',
    description: 'The columns of a task table stand in the order of all task tables',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      order: 'Column "{text}" belongs before "{before}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    const [order = []] = page.vocabulary.taskLayouts;
    const misplaced = firstMisplaced(taskColumnsOf(schema), order);
    if (misplaced === undefined) return;
    const { column, before } = misplaced;
    report({
      messageId: 'order',
      data: { text: headerText(column.cell), before: headerText(before.cell) },
      span: shift(column.cell.span, table.rowStarts[table.header ?? 0] ?? 0),
    });
  },
});

/** The first column that stands behind one it belongs before, and the leftmost such one. */
function firstMisplaced(columns: readonly TaskColumn[], order: readonly TaskColumnId[]): { column: TaskColumn; before: TaskColumn } | undefined {
  const place = ({ id }: TaskColumn): number => (id === undefined ? -1 : order.indexOf(id));
  // The second of two columns with the same meaning has a rule of its own.
  const known = columns.filter((column, index) => place(column) !== -1 && columns.findIndex(({ id }) => id === column.id) === index);
  for (const [index, column] of known.entries()) {
    const before = known.slice(0, index).find((other) => place(other) > place(column));
    if (before !== undefined) return { column, before };
  }
  return undefined;
}
