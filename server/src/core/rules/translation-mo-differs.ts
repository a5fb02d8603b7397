import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { letterForObligation } from '../lint/support/own-words.js';
import { cellsThatDiffer } from '../lint/support/translation-differences.js';

export const translationMoDiffers = defineRule({
  meta: {
    id: 'translation-mo-differs',
    category: 'translation',
    description: 'A task is mandatory in all languages, or optional in all of them',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      mandatoryElsewhere: {
        text: 'Task "{id}" is optional here and mandatory in {languages}',
        note: '{languages}: the name of a language, or a list of names.',
      },
      optionalElsewhere: {
        text: 'Task "{id}" is mandatory here and optional in {languages}',
        note: '{languages}: the name of a language, or a list of names.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    for (const { task, span, english, languages, related } of cellsThatDiffer(summary, index, 'mo')) {
      const there = task.value.obligation === 'mandatory' ? 'optional' : 'mandatory';
      // On the English page, it isn't known whether English or the translations are right.
      const letter = english === undefined ? undefined : letterForObligation(there, task, playbook, page);
      report({
        messageId: there === 'mandatory' ? 'mandatoryElsewhere' : 'optionalElsewhere',
        data: { id: task.value.id.value, languages },
        span,
        related,
        fixes: letter === undefined ? [] : [replaceWith(span, letter)],
      });
    }
  },
});
