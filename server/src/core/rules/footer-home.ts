import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { HOME_PAGE } from '../dialect/links.js';
import { bestMatch } from '../vocabulary/term-set.js';
import { sliceOf } from '../text/span.js';

export const footerHome = defineRule({
  meta: {
    id: 'footer-home',
    category: 'link',
    description: 'The home link at the bottom of a partner page is in the language of the page, or says Home',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      mistranslated: '"{text}" is a known mistranslation of "{spelling}"',
      foreign: {
        text: 'The home link "{text}" is in {other}, but the page is in {language}: use "{spelling}"',
        note: '{other}, {language}: names of languages.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    const { footer } = page.vocabulary;
    for (const link of block.inlines.links) {
      if (link.kind !== 'link' || !HOME_PAGE.test(link.target.value)) continue;
      const text = sliceOf(block.source, link.text);
      const matches = footer.lookup(text);
      const match = bestMatch(matches, page.language);
      if (match === undefined || isAccepted(text) || (match.language === page.language && match.kind !== 'error'))
        continue;
      const spelling = footer.spelling(match.id, page.language);
      const fixes = [replaceWith(link.text, spelling)];
      if (match.kind === 'error')
        report({ messageId: 'mistranslated', data: { text, spelling }, span: link.text, fixes });
      else {
        const data = { text, other: { language: match.language }, language: { language: page.language }, spelling };
        report({ messageId: 'foreign', data, span: link.text, fixes });
      }
    }
  },
});

/** A third of the translated pages use the English word. */
function isAccepted(text: string): boolean {
  return text.trim().toLowerCase() === 'home';
}
