import { listed } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
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
      empty: {
        text: 'The mandatory/optional cell is empty: the column header defines {letters}',
        note: '{letters}: a list of the letters in the header of the column, such as M, O.',
      },
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
      data: { letters: listed(letters) },
      span: cell.outer,
      fixes: letters.map((letter) =>
        suggestion(titles.insert({ text: letter }), { span: cell.outer, newText: ` ${letter} ` }),
      ),
    });
  },
});
