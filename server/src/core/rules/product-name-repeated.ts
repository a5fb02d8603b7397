import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { sliceOf } from '../text/span.js';

export const productNameRepeated = defineTextRule({
  meta: {
    id: 'product-name-repeated',
    category: 'text',
    description: "A company or product isn't named again by the short form after it",
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      repeated: {
        text: '"{text}" names "{word}" twice: "{short}" means "{name}"',
        note: '{text}: Microsoft M365. {word}: Microsoft. {short}: M365. {name}: Microsoft 365.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    if (!REPEATED.test(source)) return;
    for (const text of inlines.texts) {
      for (const { 0: found, 1: word = '', 2: short = '', index } of sliceOf(source, text).matchAll(ALL_REPEATED)) {
        const span = { start: text.start + index, end: text.start + index + found.length };
        const name = NAMES[short] ?? short;
        const fix = preferred(replaceWith(span, name));
        report({ messageId: 'repeated', data: { text: found, word, short, name }, span, fixes: [fix] });
      }
    }
  },
});

const NAMES: Readonly<Record<string, string>> = { M365: 'Microsoft 365', O365: 'Office 365' };
/** The first word of a name, and the short form of the name. */
const REPEATED =
  /(?<![\p{L}\p{N}])(Microsoft(?=[ \u00A0]+M)|Office(?=[ \u00A0]+O))[ \u00A0]+([MO]365)(?![\p{Script=Latin}\p{N}])/u;
const ALL_REPEATED = new RegExp(REPEATED, 'gu');
