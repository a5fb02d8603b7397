import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { termsInOwnWords } from '../lint/support/own-words.js';
import { cellsThatDiffer } from '../lint/support/translations.js';

export const translationServicesDiffers = defineRule({
  meta: {
    id: 'translation-services-differs',
    category: 'translation',
    description: 'A task has the same services in all languages',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      fromEnglish: 'Task "{id}" has the services "{here}" here and "{there}" in English',
      fromTranslation: 'Task "{id}" has other services in {languages}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, page, report }) {
    for (const { task, span, english, languages, related } of cellsThatDiffer(summary, index, 'services')) {
      const id = task.value.id.value;
      const services = english?.value.services;
      if (services === undefined) report({ messageId: 'fromTranslation', data: { id, languages }, span, related });
      else {
        const fixes = [replaceWith(span, termsInOwnWords(services, 'services', 'en', page))];
        report({ messageId: 'fromEnglish', data: { id, here: task.value.services?.value ?? '', there: services.value }, span, related, fixes });
      }
    }
  },
});
