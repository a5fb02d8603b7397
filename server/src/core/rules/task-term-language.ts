import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { allTermsOf, foreignMatch } from '../dialect/task-terms.js';

export const taskTermLanguage = defineRule({
  meta: {
    id: 'task-term-language',
    category: 'task-table',
    description: 'A task row names roles and services in the language of the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      foreign: {
        text: '"{text}" is in {other}, but the page is in {language}: use "{spelling}"',
        note: '{text}: the name of a role or service. {other} and {language}: names of languages.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    for (const use of allTermsOf(row, schema, page)) {
      const foreign = foreignMatch(use, page);
      if (foreign === undefined) continue;
      const spelling = use.terms.spelling(foreign.id, page.language);
      report({
        messageId: 'foreign',
        data: {
          text: use.text,
          other: { language: foreign.language },
          language: { language: page.language },
          spelling,
        },
        span: use.span,
        fixes: [replaceWith(use.span, spelling)],
      });
    }
  },
});
