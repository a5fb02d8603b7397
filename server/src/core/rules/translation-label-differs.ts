import { stepsOf } from '../dialect/steps.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { labelInOwnWords } from '../lint/support/labels-elsewhere.js';
import { structuresOf, toEnglish } from '../lint/support/structure-places.js';
import type { LabelDifference } from '../comparison/structure.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Placed } from '../text/span.js';

export const translationLabelDiffers = defineRule({
  meta: {
    id: 'translation-label-differs',
    category: 'translation',
    description: 'A step has the same roles, services and motions in all languages',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      differs: {
        text: '"{label}" is "{here}" in this step, and "{there}" in English',
        note: '{label}: a label such as Primary Role. {here}, {there}: its values in the language of this page.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    for (const { comparison, structure } of structuresOf(summary, index)) {
      for (const difference of structure.labels) {
        const line = lineOf(difference, playbook);
        if (line === undefined || line.value.value.wrapped) continue;
        const { text, span } = line.value.value;
        const source = { playbook, summary, index, page };
        const there = labelInOwnWords(difference.there, difference.label, source);
        const place = shift(span, line.start);
        report({
          messageId: 'differs',
          data: { label: line.value.label.value, here: text, there },
          span: place,
          related: [toEnglish(difference, comparison)],
          fixes: line.value.value.bold === 'yes' ? [replaceWith(place, there)] : [],
        });
      }
    }
  },
});

function lineOf({ translated, label }: LabelDifference, playbook: Playbook): Placed<LabelLine> | undefined {
  const step = stepsOf(playbook).find(({ span }) => span.start <= translated.start && translated.start < span.end);
  return step?.labels.find(({ value }) => value.id === label);
}
