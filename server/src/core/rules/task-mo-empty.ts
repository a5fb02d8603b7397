import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import { taskCell } from '../dialect/task-rows.js';

export const taskMoEmpty = defineRule({
  meta: {
    id: 'task-mo-empty',
    category: 'task-table',
    description: 'Every task is marked as mandatory or optional',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      empty: 'The mandatory/optional cell is empty: the column header defines {letters}',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = taskCell(row, schema, 'mo', page);
    if (cell === undefined || cell.text !== '') return;
    const letters = moLettersOf(schema, page);
    report({
      messageId: 'empty',
      data: { letters: letters.join(', ') },
      span: cell.outer,
      fixes: letters.map((letter) => ({
        title: `Insert "${letter}"`,
        edits: [{ span: cell.outer, newText: ` ${letter} ` }],
        applicability: 'suggestion' as const,
      })),
    });
  },
});
