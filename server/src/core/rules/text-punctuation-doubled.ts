import { NO_OPTIONS } from '../lint/options.js';
import type { Fix } from '../lint/rule.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { sliceOf } from '../text/span.js';

export const textPunctuationDoubled = defineTextRule({
  meta: {
    id: 'text-punctuation-doubled',
    category: 'text',
    description: 'A comma, colon, semicolon or full stop is written once',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      same: {
        text: '"{mark}" is written twice',
        note: '{mark}: a punctuation mark: a comma, a colon.',
      },
      both: {
        text: '"{first}" and "{second}" are written side by side',
        note: '{first}, {second}: punctuation marks, for example a Chinese colon and a regular one.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    if (!DOUBLED.test(source)) return;
    for (const text of inlines.texts) {
      for (const { 0: found, index } of sliceOf(source, text).matchAll(ALL_DOUBLED)) {
        const start = text.start + index;
        const span = { start, end: start + found.length };
        const [first = '', second = ''] = found;
        if (
          !isMistake(first, second, source.slice(Math.max(0, start - 2), start), source.slice(span.end, span.end + 2))
        )
          continue;
        const fixes = marksMeant(first, second).map((mark) => replaceWith(span, mark));
        if (first === second) report({ messageId: 'same', data: { mark: first }, span, fixes: onlyPreferred(fixes) });
        else report({ messageId: 'both', data: { first, second }, span, fixes: onlyPreferred(fixes) });
      }
    }
  },
});

const NARROW = ',;:.!?';
const WIDE = '，；：。！？、';
/** The same mark twice, or marks of two widths, and no more; an ellipsis and `!!` are something else. */
const DOUBLED = new RegExp(
  `(?<![,;:!?${WIDE}])(?:([,;:，；：。、])\\1|[${NARROW}][${WIDE}]|[${WIDE}][${NARROW}]|[，；：。、][，；：。、])(?![${NARROW}${WIDE}])`,
  'u',
);
const ALL_DOUBLED = new RegExp(DOUBLED, 'gu');

function isMistake(first: string, second: string, before: string, after: string): boolean {
  // The second mark can belong to what follows: `，.NET`, `Foo::Bar`, `a,,b`.
  if (NARROW.includes(second) && !ENDS_WORD.test(after)) return false;
  if (first === second) return !NARROW.includes(first) || ENDS_WITH_WORD.test(before);
  // The first one can belong to the word: `Inc.，`, `Yahoo!，`, `...，`.
  return !('.!?'.includes(first) && /[\p{Script=Latin}\p{N}.]$/u.test(before));
}

const ENDS_WORD = /^(?:$|\s|[^\p{Script=Latin}\p{N}\p{P}\p{S}])/u;
const ENDS_WITH_WORD = /[\p{L}\p{N}\p{Pe}\p{Pf}."']$/u;

/** The wide form of one mark, or either of two different marks. */
function marksMeant(first: string, second: string): readonly string[] {
  if (first === second) return [first];
  if (first.normalize('NFKC') === second.normalize('NFKC')) return [WIDE.includes(first) ? first : second];
  return [first, second];
}

function onlyPreferred(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.length === 1 ? fixes.map(preferred) : fixes;
}
