import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { allTermsOf } from '../dialect/task-terms.js';

export const taskTermMistranslated = defineRule({
  meta: {
    id: 'task-term-mistranslated',
    category: 'task-table',
    description: 'A task row has no known mistranslations of roles and services',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      mistranslated: '"{text}" is a known mistranslation of "{spelling}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    for (const { text, span, terms, match } of allTermsOf(row, schema, page)) {
      if (match?.kind !== 'error' || match.language !== page.language) continue;
      const spelling = terms.spelling(match.id, page.language);
      report({ messageId: 'mistranslated', data: { text, spelling }, span, fixes: [replaceWith(span, spelling)] });
    }
  },
});
