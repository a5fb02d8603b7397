import { NO_OPTIONS } from '../lint/options.js';
import { linksWithTarget } from '../dialect/links.js';
import { replaceWith, titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';

export const linkMailto = defineTextRule({
  meta: {
    id: 'link-mailto',
    category: 'link',
    description: 'A link to an email address starts with `mailto:`',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      mistyped: '"{found}" isn\'t "mailto:": the link doesn\'t open an email',
      missing: 'Without "mailto:", the link points to a file named "{target}" on this site',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ inlines, report }) {
    for (const { target } of linksWithTarget(inlines)) {
      const { start } = target.span;
      const found = MISTYPED.exec(target.value)?.[0];
      if (found !== undefined) {
        const span = { start, end: start + found.length };
        report({
          messageId: 'mistyped',
          data: { found },
          span,
          fixes: [replaceWith(span, 'mailto:', 'safe')],
        });
      } else if (ADDRESS.test(target.value)) {
        report({
          messageId: 'missing',
          data: { target: target.value },
          span: target.span,
          fixes: [
            {
              title: titles.insert({ text: 'mailto:' }),
              edits: [{ span: { start, end: start }, newText: 'mailto:' }],
              applicability: 'safe',
            },
          ],
        });
      }
    }
  },
});

/** `mailto=`, `mailto://`, and similar typos, followed by an address. */
const MISTYPED = /^mail ?to(?:[=;：.-]|:\/+|:(?:%20)+)(?=[\w.+-]+@)/i;
const ADDRESS = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?subject=.*)?$/i;
