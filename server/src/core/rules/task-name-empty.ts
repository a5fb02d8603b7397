import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { taskCell, taskNameOf } from '../lint/support/task-rows.js';

export const taskNameEmpty = defineRule({
  meta: {
    id: 'task-name-empty',
    category: 'task-table',
    description: 'Every task has a name',
    recommended: 'error',
    fixable: 'none',
    messages: {
      empty: 'Task "{id}" has no name',
      emptyWithoutId: 'This task has no name',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = taskCell(row, schema, 'task-name', page);
    if (cell === undefined || cell.text !== '') return;
    const id = taskNameOf(row);
    if (id === '') report({ messageId: 'emptyWithoutId', span: cell.outer });
    else report({ messageId: 'empty', data: { id }, span: cell.outer });
  },
});
