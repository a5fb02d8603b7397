import { addressesIn } from '../dialect/links.js';
import { NO_OPTIONS } from '../lint/options.js';
import { titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';

export const linkLocale = defineTextRule({
  meta: {
    id: 'link-locale',
    category: 'link',
    description: 'A link to a documentation page of Microsoft leaves the language to the reader',
    recommended: 'info',
    fixable: 'safe',
    messages: {
      locale: {
        text: 'With "{locale}" in the address, all readers get the page in that language, and not in their own',
        note: '{locale}: a part of a web address, such as en-us or de-de.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    if (!MAY_MATCH.test(source)) return;
    for (const { value, span } of addressesIn(source, inlines, ADDRESS)) {
      const [before = '', locale = '', slash = ''] = PARTS.exec(value)?.slice(1) ?? [];
      const start = span.start + before.length;
      const place = { start, end: start + locale.length };
      report({
        messageId: 'locale',
        data: { locale },
        span: place,
        fixes: [
          {
            title: titles.delete({ text: locale + slash }),
            edits: [{ span: { start, end: place.end + slash.length }, newText: '' }],
            applicability: 'safe',
          },
        ],
      });
    }
  },
});

/** The sites whose addresses work without a locale: the reader's language is used. */
const SITE = String.raw`https?://(?:(?:docs|learn|support|technet|msdn)\.microsoft|support\.office)\.com/`;
/** `en-us`, `zh-hant-tw`: a language and a region, with the script in between. */
const LOCALE = String.raw`[a-z]{2,3}-(?:[a-z]{4}-)?[a-z]{2}(?![\w.-])`;
/** Not as a part of another address. */
const ADDRESS = new RegExp(String.raw`(?<![\w=/%&?])${SITE}${LOCALE}/?`, 'gi');
const PARTS = new RegExp(`^(${SITE})(${LOCALE})(/?)`, 'i');
const MAY_MATCH = /\.(?:microsoft|office)\.com\/[a-z]{2,3}-[a-z]{2}/i;
