import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { termsInOwnWords } from '../lint/support/own-words.js';
import { cellsThatDiffer } from '../lint/support/translations.js';

export const translationRoleDiffers = defineRule({
  meta: {
    id: 'translation-role-differs',
    category: 'translation',
    description: 'A task has the same role in all languages',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      fromEnglish: 'Task "{id}" has the role "{here}" here and "{there}" in English',
      fromTranslation: 'Task "{id}" has another role in {languages}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, page, report }) {
    for (const { task, span, english, languages, related } of cellsThatDiffer(summary, index, 'role')) {
      const id = task.value.id.value;
      const role = english?.value.role;
      if (role === undefined) report({ messageId: 'fromTranslation', data: { id, languages }, span, related });
      else {
        const fixes = [replaceWith(span, termsInOwnWords(role, 'roles', 'en', page))];
        report({ messageId: 'fromEnglish', data: { id, here: task.value.role?.value ?? '', there: role.value }, span, related, fixes });
      }
    }
  },
});
