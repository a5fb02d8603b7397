import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { labelTerms, valuesOf } from '../dialect/label-lines.js';
import { isTranslated } from '../dialect/translated-terms.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import type { TermMatch, TermSet } from '../vocabulary/term-set.js';

export const labelTermLanguage = defineRule({
  meta: {
    id: 'label-term-language',
    category: 'label',
    description: 'A label line names phases, roles, services, and motions in the language of the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      foreign: {
        text: '"{text}" is in {other}, but the page is in {language}: use "{spelling}"',
        note: '{other}, {language}: names of languages.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const label of block.labels) {
      const terms = labelTerms(label, page);
      for (const { text, span, matches } of valuesOf(block.source, label, page)) {
        const foreign = foreignMatch(matches, terms, page);
        if (foreign === undefined) continue;
        const spelling = terms.spelling(foreign.id, page.language);
        report({
          messageId: 'foreign',
          data: { text, other: { language: foreign.language }, language: { language: page.language }, spelling },
          span,
          fixes: [replaceWith(span, spelling)],
        });
      }
    }
  },
});

/** A term in another language that has a translation in the language of the page. Product names are the same everywhere. */
function foreignMatch(
  matches: readonly TermMatch[],
  terms: TermSet,
  { language }: ReadingContext,
): TermMatch | undefined {
  if (matches.some((match) => match.language === language)) return undefined;
  return matches.find(
    (match) => match.kind !== 'error' && terms.has(match.id, language) && isTranslated(terms, match.id),
  );
}
