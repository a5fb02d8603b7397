import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { shapeOf } from '../lint/support/row-shape.js';
import { taskCell } from '../lint/support/task-rows.js';
import { trimmed } from '../text/span.js';

export const taskIdMissing = defineRule({
  meta: {
    id: 'task-id-missing',
    category: 'task-table',
    description: 'Every task row has a task ID',
    recommended: 'error',
    fixable: 'none',
    messages: {
      missing: 'No task ID in this row',
      blank: 'An empty row',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    if (schema.kind !== 'task') return;
    // A row of fewer cells is just being typed.
    if (shapeOf(row, schema, page.vocabulary).kind === 'blank' && row.cells.length >= schema.width) {
      report({ messageId: 'blank', span: trimmed(row.source, { start: 0, end: row.source.length }) });
      return;
    }
    const cell = taskCell(row, schema, 'task-id', page);
    if (cell?.text === '') report({ messageId: 'missing', span: cell.outer });
  },
});
