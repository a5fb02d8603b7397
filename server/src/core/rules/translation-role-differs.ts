import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { termDifferences } from '../lint/support/term-differences.js';

export const translationRoleDiffers = defineRule({
  meta: {
    id: 'translation-role-differs',
    category: 'translation',
    description: 'A task has the same role in all languages',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      fromEnglish: 'Task "{id}" has the role "{here}" here and "{there}" in English',
      fromTranslation: {
        text: 'Task "{id}" has another role in {languages}',
        note: '{languages}: the name of a language, or a list of names.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, page, report }) {
    for (const finding of termDifferences(summary, index, 'role', page)) report(finding);
  },
});
