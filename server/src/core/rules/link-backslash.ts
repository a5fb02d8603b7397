import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { linksWithTarget } from '../dialect/links.js';
import { defineTextRule } from '../lint/support/text-rule.js';

const texts = defineMessages('link-backslash', {
  useSlash: { text: 'Replace "\\" with "/"', note: 'Title of a fix.' },
});

export const linkBackslash = defineTextRule({
  meta: {
    id: 'link-backslash',
    category: 'link',
    description: 'A link target uses forward slashes',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      backslash: 'The site doesn\'t treat "\\" in a link target as "/"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ inlines, report }) {
    for (const { target } of linksWithTarget(inlines)) {
      if (!target.value.includes('\\') || FILE_SHARE.test(target.value)) continue;
      const spans = [...target.value.matchAll(BACKSLASH)].map(({ 0: found, index }) => {
        const start = target.span.start + index;
        return { start, end: start + found.length };
      });
      if (spans.length === 0) continue;
      report({
        messageId: 'backslash',
        span: target.span,
        fixes: [
          {
            title: texts.useSlash,
            edits: spans.map((span) => ({ span, newText: '/' })),
            applicability: 'safe',
          },
        ],
      });
    }
  },
});

/** A backslash that is shown: before other punctuation, it is only an escape, as in `\(`. */
const BACKSLASH = /\\\\|\\(?![!-/:-@[-`{-~])/g;
/** In `\\server\share` and `C:\folder`, the backslash can't be replaced with a slash. */
const FILE_SHARE = /^(?:\\\\|[a-z]:\\|file:)/i;
