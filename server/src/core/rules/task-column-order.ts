import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { reorderColumns } from '../lint/support/column-edits.js';
import { suggestion } from '../lint/support/fixes.js';
import { headerText, taskColumnsOf, type TaskColumn } from '../dialect/task-columns.js';
import type { Table } from '../model/tables.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';

const texts = defineMessages('task-column-order', {
  sort: 'Sort the columns and their cells',
});

export const taskColumnOrder = defineRule({
  meta: {
    id: 'task-column-order',
    category: 'task-table',
    description: 'The columns of a task table are in the same order as in all task tables',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      order: 'The column "{text}" must come before "{before}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    const [order = []] = page.vocabulary.taskLayouts;
    const columns = taskColumnsOf(table, schema);
    const misplaced = firstMisplaced(columns, order);
    if (misplaced === undefined) return;
    const { column, before } = misplaced;
    report({
      messageId: 'order',
      data: { text: headerText(column.cell), before: headerText(before.cell) },
      span: column.cell.span,
      fixes: orderFixes(table, columns, order),
    });
  },
});

/** The first column that is after a column it belongs before, and the leftmost such column. */
function firstMisplaced(
  columns: readonly TaskColumn[],
  order: readonly TaskColumnId[],
): { column: TaskColumn; before: TaskColumn } | undefined {
  const place = placeIn(order);
  const known = knownColumns(columns, order);
  for (const [index, column] of known.entries()) {
    const before = known.slice(0, index).find((other) => place(other) > place(column));
    if (before !== undefined) return { column, before };
  }
  return undefined;
}

/** The known columns, without duplicates, which another rule reports. */
function knownColumns(columns: readonly TaskColumn[], order: readonly TaskColumnId[]): TaskColumn[] {
  const place = placeIn(order);
  return columns.filter(
    (column, index) => place(column) !== -1 && columns.findIndex(({ id }) => id === column.id) === index,
  );
}

function placeIn(order: readonly TaskColumnId[]): (column: TaskColumn) => number {
  return ({ id }) => (id === undefined ? -1 : order.indexOf(id));
}

/** Sorts all columns at once: the known ones exchange their positions, and custom columns stay where they are. */
function orderFixes(table: Table, columns: readonly TaskColumn[], order: readonly TaskColumnId[]): Fix[] {
  const place = placeIn(order);
  const known = knownColumns(columns, order);
  const sorted = [...known].sort((a, b) => place(a) - place(b));
  const sourceOf = new Map(known.map(({ index }, at) => [index, sorted[at]?.index ?? index]));
  const edits = reorderColumns(
    table,
    columns.map(({ index }) => sourceOf.get(index) ?? index),
  );
  return edits === undefined ? [] : [suggestion(texts.sort, ...edits)];
}
