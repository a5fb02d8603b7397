import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { unmatchedParenthesis } from '../dialect/label-lines.js';
import { isEastAsian } from '../text/scripts.js';
import { sliceOf, type Span } from '../text/span.js';

export const textParenthesisWidth = defineTextRule({
  meta: {
    id: 'text-parenthesis-width',
    category: 'text',
    description: 'The two parentheses around a text have the same width',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      widths: {
        text: '"{open}" and "{close}" have different widths',
        note: '{open}, {close}: parentheses, one of them full-width, as in Chinese text.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    if (!PAIR.test(source)) return;
    for (const text of inlines.texts) {
      for (const { 0: pair, index } of sliceOf(source, text).matchAll(ALL_PAIRS)) {
        const span = { start: text.start + index, end: text.start + index + pair.length };
        // A damaged link, which another rule reports.
        if (source[span.start - 1] === ']') continue;
        if (unmatchedParenthesis(lineAround(source, span)) !== undefined) continue;
        const open = pair[0] ?? '';
        const close = pair[pair.length - 1] ?? '';
        const [meantOpen, meantClose] = isWideText(source, span) ? '（）' : '()';
        const fix =
          open === meantOpen
            ? replaceWith({ start: span.end - 1, end: span.end }, meantClose ?? close)
            : replaceWith({ start: span.start, end: span.start + 1 }, meantOpen ?? open);
        report({ messageId: 'widths', data: { open, close }, span, fixes: [preferred(fix)] });
      }
    }
  },
});

const PAIR = /（[^()（）\r\n]{1,200}\)|\([^()（）\r\n]{1,200}）/;
const ALL_PAIRS = new RegExp(PAIR, 'g');

function lineAround(source: string, { start, end }: Span): string {
  const before = source.slice(Math.max(0, start - LONGEST_LINE), start).split(LINE_END);
  const after = source.slice(start, end + LONGEST_LINE).split(LINE_END);
  return (before[before.length - 1] ?? '') + (after[0] ?? '');
}

const LINE_END = /[\r\n]/;
/** A guard against generated lines. */
const LONGEST_LINE = 500;

/** Whether the text in or around the parentheses is Chinese or Japanese. */
function isWideText(source: string, { start, end }: Span): boolean {
  return [...source.slice(Math.max(0, start - 1), end + 1)].some(isEastAsian);
}
