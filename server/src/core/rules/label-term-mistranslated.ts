import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { labelTerms, valuesOf } from '../dialect/label-lines.js';
import { bestMatch } from '../vocabulary/term-set.js';

export const labelTermMistranslated = defineRule({
  meta: {
    id: 'label-term-mistranslated',
    category: 'label',
    description: 'A label line has no known mistranslations',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      mistranslated: '"{text}" is a known mistranslation of "{spelling}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const label of block.labels) {
      const terms = labelTerms(label, page);
      for (const { text, span, matches } of valuesOf(block.source, label, page)) {
        const match = bestMatch(matches, page.language);
        if (match?.kind !== 'error' || match.language !== page.language) continue;
        const spelling = terms.spelling(match.id, page.language);
        report({ messageId: 'mistranslated', data: { text, spelling }, span, fixes: [replaceWith(span, spelling)] });
      }
    }
  },
});
