import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { taskIdIn, type Row } from '../model/tables.js';
import { shift, type Span } from '../text/span.js';

const texts = defineMessages('task-row-leading-empty-cell', {
  deleteCell: 'Delete the empty cell',
});

export const taskRowLeadingEmptyCell = defineRule({
  meta: {
    id: 'task-row-leading-empty-cell',
    category: 'task-table',
    description: 'A task row starts with its task ID',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      leadingEmpty:
        'An empty cell before task "{id}" moves the row one column to the right: GitHub and VS Code don\'t show its last cell',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const { row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      const id = row.cells[1];
      if (shape.kind !== 'leading-empty' || id === undefined) continue;
      const surplus = shift(emptyCellOf(row), start);
      report({
        messageId: 'leadingEmpty',
        data: { id: taskIdIn(id).value },
        span: surplus,
        fixes: [{ title: texts.deleteCell, edits: [{ span: surplus, newText: '' }], applicability: 'safe' }],
      });
    }
  },
});

/** The empty first cell and the pipe after it. */
function emptyCellOf({ cells }: Row): Span {
  const { start, end } = cells[0]?.outer ?? { start: 0, end: 0 };
  return { start, end: end + 1 };
}
