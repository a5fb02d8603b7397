import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { idsMeant, isLikely, replaceWithMeant } from '../lint/support/ids-meant.js';
import { comparisonsOf } from '../comparison/translations.js';
import { removeLines } from '../lint/support/whole-lines.js';
import { firstLineOf } from '../model/playbook.js';
import { shift } from '../text/span.js';

const texts = defineMessages('translation-task-extra', {
  englishPage: { text: 'The English page', note: 'A link to that page.' },
  mention: 'The English page mentions task "{id}" here',
  deleteRow: 'Delete the row of task "{id}"',
});

export const translationTaskExtra = defineRule({
  meta: {
    id: 'translation-task-extra',
    category: 'translation',
    description: "A translation has no tasks that the English page doesn't have",
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      extra: 'Task "{id}" isn\'t on the English page',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    // On the English page, there is nothing to mark.
    if (summary.language === 'en') return;
    for (const { english, extra } of comparisonsOf(summary, index)) {
      for (const {
        start,
        value: { id, name, length },
      } of extra) {
        const mention = english.mentions.find(({ value }) => value.id.value === id.value);
        const place =
          mention === undefined
            ? { span: firstLineOf(english), message: texts.englishPage }
            : {
                span: shift(mention.value.id.span, mention.start),
                message: texts.mention({ id: id.value }),
              };
        // A broken row may contain other text on its line.
        const idSpan = shift(id.span, start);
        const fixes =
          name === undefined
            ? []
            : [
                ...replaceWithMeant(
                  idSpan,
                  idsMeant({ start, written: id.value, name: name.value }, summary, index).filter(isLikely),
                ),
                suggestion(
                  texts.deleteRow({ id: id.value }),
                  removeLines(summary.text, { start, end: start + length }),
                ),
              ];
        report({
          messageId: 'extra',
          data: { id: id.value },
          span: idSpan,
          related: [{ path: english.path, ...place }],
          fixes,
        });
      }
    }
  },
});
