import { NO_OPTIONS } from '../lint/options.js';
import { linksWithTarget } from '../dialect/links.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { INVISIBLE } from '../text/spelling.js';

export const linkMissingScheme = defineTextRule({
  meta: {
    id: 'link-missing-scheme',
    category: 'link',
    description: 'A link to another site starts with `https://`',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: 'Without "https://", the link points to a file named "{target}" on this site',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ inlines, report }) {
    for (const { target } of linksWithTarget(inlines)) {
      const written = target.value.replace(INVISIBLE, '');
      if (!SITE.test(written)) continue;
      const { start } = target.span;
      report({
        messageId: 'missing',
        data: { target: written },
        span: target.span,
        fixes: [suggestion(titles.insert({ text: 'https://' }), { span: { start, end: start }, newText: 'https://' })],
      });
    }
  },
});

/** A host name at the start: `www.`, or a top-level domain that isn't also a file name extension. */
const SITE = /^(?:www\.[\w-]+\.|(?:[\w-]+\.)+(?:com|net|org|gov|edu|ms|io|de|es|jp|cn)(?:[/?#:]|$))[^@]*$/i;
