import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { invisibleIn, removeInvisible, withoutInvisible } from '../lint/support/invisible.js';
import { isTaskId, taskCell } from '../dialect/task-rows.js';
import { taskIdIn } from '../model/tables.js';
import { normalized } from '../text/spelling.js';
import type { Located } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export const taskIdFormat = defineRule({
  meta: {
    id: 'task-id-format',
    category: 'task-table',
    description: 'A task ID has three or four digits, as in FTOP, and may be a link',
    recommended: 'error',
    fixable: 'both',
    messages: {
      invisible: {
        text: 'The task ID "{text}" contains an invisible character: {name}',
        note: '{name}: the name of the character, or names if there are several, in English "zero-width space (U+200B)".',
      },
      malformed: {
        text: '"{text}" isn\'t a task ID: expected {form}',
        note: '{form}: the form of a task ID in words: "three or four digits", or words of the configuration.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const cell = taskCell(row, schema, 'task-id', page);
    if (cell === undefined || cell.text === '') return;
    const id = taskIdIn(cell);
    if (isTaskId(id.value, page.vocabulary)) return;
    const seen = withoutInvisible(id.value);
    if (isTaskId(seen, page.vocabulary)) {
      report({
        messageId: 'invisible',
        data: { text: seen, name: invisibleIn(id.value) },
        span: id.span,
        fixes: [removeInvisible(row.source, id.span)],
      });
      return;
    }
    report({
      messageId: 'malformed',
      data: { text: id.value, form: page.vocabulary.taskId.description },
      span: id.span,
      fixes: fixesFor(id, page.vocabulary),
    });
  },
});

function fixesFor({ value, span }: Located<string>, vocabulary: Vocabulary): Fix[] {
  // To readers, full-width digits are the same ID.
  const narrow = normalized(value);
  if (isTaskId(narrow, vocabulary)) return [replaceWith(span, narrow, 'safe')];
  // `Task 3998`, `#3998`, `3998.`: the only number in the cell.
  const numbers = narrow.match(/\d+/g) ?? [];
  const [number = ''] = numbers;
  return numbers.length === 1 && isTaskId(number, vocabulary) && !value.includes('](')
    ? [replaceWith(span, number)]
    : [];
}
