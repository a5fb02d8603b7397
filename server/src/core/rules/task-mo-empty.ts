import { listed } from '../../messages/index.js';
import { obligationElsewhere } from '../comparison/obligation-elsewhere.js';
import { letterFor, meantFirst } from '../dialect/meant-letter.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { tableOfRowAt } from '../lint/support/own-words.js';
import { outerSpanOf } from '../lint/support/placed-cells.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import { taskCell } from '../dialect/task-rows.js';
import type { Span } from '../text/span.js';

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
      fixes: insertions(letters, cell.outer),
    });
  },

  /** The same problem, with the letter of the task on other pages as the first fix. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { start, value } of summary.tasks) {
      if (value.letter?.value !== '') continue;
      const table = tableOfRowAt(start, playbook.tables);
      const span = outerSpanOf(start, 'mo', playbook);
      const obligation = obligationElsewhere(value.id.value, summary, index);
      if (table === undefined || span === undefined || obligation === undefined) continue;
      const letters = moLettersOf(table.schema, page);
      report({
        messageId: 'empty',
        data: { letters: listed(letters) },
        span,
        fixes: insertions(meantFirst(letters, letterFor(obligation, table.schema, page)), span),
      });
    }
  },
});

function insertions(letters: readonly string[], span: Span): Fix[] {
  return letters.map((letter) => suggestion(titles.insert({ text: letter }), { span, newText: ` ${letter} ` }));
}
