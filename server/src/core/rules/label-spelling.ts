import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { almostLabelsIn } from '../lint/support/almost-labels.js';
import { replaceWith, replaceWithNearest } from '../lint/support/fixes.js';
import { bestMatch } from '../vocabulary/term-set.js';

export const labelSpelling = defineRule({
  meta: {
    id: 'label-spelling',
    category: 'label',
    description: 'A label has its usual spelling in the language of the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      foreign: {
        text: 'The label "{text}" is in {other}, but the page is in {language}: use "{spelling}"',
        note: '{other}, {language}: names of languages.',
      },
      misspelt: '"{text}" is a known misspelling of the label "{spelling}"',
      near: '"{text}" looks like a label line. Did you mean "{spelling}"?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const { label, matches } of block.labels) {
      const match = bestMatch(matches, page.language);
      if (match === undefined || (match.language === page.language && match.kind !== 'error')) continue;
      const spelling = page.vocabulary.labels.spelling(match.id, page.language);
      const fixes = [replaceWith(label.span, spelling)];
      if (match.kind === 'error')
        report({ messageId: 'misspelt', data: { text: label.value, spelling }, span: label.span, fixes });
      else {
        const data = {
          text: label.value,
          other: { language: match.language },
          language: { language: page.language },
          spelling,
        };
        report({ messageId: 'foreign', data, span: label.span, fixes });
      }
    }
    for (const { text, span, spellings } of almostLabelsIn(block, page)) {
      report({
        messageId: 'near',
        data: { text, spelling: spellings[0] ?? '' },
        span,
        fixes: replaceWithNearest(span, spellings),
      });
    }
  },
});
