import { defineMessages, listed } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { moveRows } from '../lint/support/moved-rows.js';
import { nameOfUnit, structuresOf, toEnglishText } from '../lint/support/structure-places.js';
import { shift } from '../text/span.js';

const texts = defineMessages('translation-row-moved', {
  move: {
    text: '{count, plural, one {Move the row to "{there}"} other {Move the rows to "{there}"}}',
    note: 'Title of a fix. {there}: a heading.',
  },
});

export const translationRowMoved = defineRule({
  meta: {
    id: 'translation-row-moved',
    category: 'translation',
    description: 'A task is in the same step in all languages',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      moved: {
        text: '{count, plural, one {Task {ids} is under "{here}", and in English under "{there}"} other {Tasks {ids} are under "{here}", and in English under "{there}"}}',
        note: '{ids}: a list of task IDs. {here}, {there}: headings of this page.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, report }) {
    for (const { comparison, structure } of structuresOf(summary, index)) {
      for (const moved of structure.movedRows) {
        const { rows, from, to } = moved;
        const [{ english, translated }] = rows;
        const there = nameOfUnit(to.translated, summary);
        const { id } = english.value;
        const edits = moveRows(moved, comparison, playbook);
        report({
          messageId: 'moved',
          data: {
            count: rows.length,
            ids: listed(rows.map((row) => row.english.value.id.value)),
            here: nameOfUnit(from, summary),
            there,
          },
          span: shift(translated.value.id.span, translated.start),
          related: [toEnglishText(id.value, shift(id.span, english.start), comparison)],
          fixes: edits.length === 0 ? [] : [suggestion(texts.move({ count: rows.length, there }), ...edits)],
        });
      }
    }
  },
});
