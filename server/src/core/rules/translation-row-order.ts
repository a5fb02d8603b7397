import { defineMessages, listed } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { orderRows } from '../lint/support/moved-rows.js';
import { structuresOf, toEnglishText } from '../lint/support/structure-places.js';
import { shift } from '../text/span.js';

const texts = defineMessages('translation-row-order', {
  orderRows: { text: 'Put the rows in the order of the English page', note: 'Title of a fix.' },
});

export const translationRowOrder = defineRule({
  meta: {
    id: 'translation-row-order',
    category: 'translation',
    description: 'The tasks of a translation are in the order of the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      order: {
        text: '{count, plural, one {Task {ids} has another place among the tasks in English} other {Tasks {ids} have other places among the tasks in English}}',
        note: '{ids}: a list of the tasks whose rows would have to move.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, report }) {
    for (const { comparison, structure } of structuresOf(summary, index)) {
      for (const reordered of structure.reorderedRows) {
        const { moved } = reordered;
        const [{ english, translated }] = moved;
        const { id } = english.value;
        const edits = orderRows(reordered, playbook);
        report({
          messageId: 'order',
          data: { count: moved.length, ids: listed(someOf(moved.map((row) => row.english.value.id.value))) },
          span: shift(translated.value.id.span, translated.start),
          related: [toEnglishText(id.value, shift(id.span, english.start), comparison)],
          fixes: edits.length === 0 ? [] : [suggestion(texts.orderRows, ...edits)],
        });
      }
    }
  },
});

/** The maximum number of IDs in a message. */
const MOST_LISTED = 10;

function someOf(ids: readonly string[]): string[] {
  return ids.length > MOST_LISTED ? [...ids.slice(0, MOST_LISTED), '…'] : [...ids];
}
