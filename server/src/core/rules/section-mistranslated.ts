import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { bestMatch } from '../vocabulary/term-set.js';

export const sectionMistranslated = defineRule({
  meta: {
    id: 'section-mistranslated',
    category: 'structure',
    description: 'The headings of standard sections have their usual spelling in the language of the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      mistranslated: '"{text}" is a known misspelling of "{spelling}"',
      foreign: {
        text: 'The heading "{text}" is in {other}, but the page is in {language}: use "{spelling}"',
        note: '{other} and {language}: names of languages.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const { content, text, matches } of block.headings) {
      const match = bestMatch(matches, page.language);
      if (match === undefined || (match.language === page.language && match.kind !== 'error')) continue;
      const spelling = page.vocabulary.sections.spelling(match.id, page.language);
      const fixes = [replaceWith(content, spelling)];
      if (match.kind === 'error')
        report({ messageId: 'mistranslated', data: { text, spelling }, span: content, fixes });
      else {
        const data = { text, other: { language: match.language }, language: { language: page.language }, spelling };
        report({ messageId: 'foreign', data, span: content, fixes });
      }
    }
  },
});
