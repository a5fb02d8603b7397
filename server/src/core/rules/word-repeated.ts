import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import type { Located, Span } from '../text/span.js';

export const wordRepeated = defineTextRule({
  meta: {
    id: 'word-repeated',
    category: 'text',
    description: 'No word is written twice in a row',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: { repeated: { text: '"{word}" is written twice', note: '{word}: a word of the page.' } },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    const patterns = PATTERNS.filter(({ candidate }) => candidate.test(source)).map(({ pattern }) => pattern);
    if (patterns.length === 0) return;
    for (const { value: word, span } of inlines.texts.flatMap((text) => repeatedIn(source, text, patterns))) {
      const fix = suggestion(titles.delete({ text: word }), {
        span: { start: span.start + word.length, end: span.end },
        newText: '',
      });
      report({ messageId: 'repeated', data: { word }, span, fixes: [preferred(fix)] });
    }
  },
});

/** The words in `text` that are there twice, with the span of both. */
function repeatedIn(source: string, text: Span, patterns: readonly RegExp[]): Located<string>[] {
  const content = source.slice(text.start, text.end);
  return patterns.flatMap((pattern) =>
    [...content.matchAll(pattern)].flatMap(({ 0: both, 1: value = '', index }) => {
      const start = text.start + index;
      return MAY_REPEAT.test(value) ? [] : [{ value, span: { start, end: start + both.length } }];
    }),
  );
}

/** Words with a space or a line break between them. */
const SPACED =
  /(?<![\p{L}\p{N}\p{M}_/.-])((?=\p{Script=Latin})[\p{L}\p{M}]{2,})(?:[ \t]+|[ \t]*\r?\n[ \t]*)\1(?![\p{L}\p{N}\p{M}_/-]|\.\p{L})/gu;
/** Words of scripts that have no spaces: only those that are too long to be repeated on purpose. */
const KATAKANA =
  /(?<!\p{Script=Katakana})(\p{Script=Katakana}[\p{Script=Katakana}ー]{2,})\1(?![\p{Script=Katakana}ー])/gu;
const HAN = /(?<!\p{Script=Han})((?![一每毎各])\p{Script=Han}{2,6})\1/gu;
/** Without the `u` flag and classes of Unicode, a test takes a fraction of the time. */
const LATIN = 'A-Za-z\\u00C0-\\u024F\\u1E00-\\u1EFF';
const LETTER = `${LATIN}\\u0300-\\u036F\\u0370-\\u1DFF\\u3041-\\u9FFF\\uAC00-\\uD7AF`;
const HAN_CHARACTER = '\\u3005\\u3007\\u3400-\\u9FFF\\uF900-\\uFAFF';

/** Each pattern, and a cheap test that hardly any text without a repeated word passes. */
const PATTERNS: readonly { readonly candidate: RegExp; readonly pattern: RegExp }[] = [
  { candidate: new RegExp(`(?<![${LETTER}])([${LATIN}][${LETTER}]+)[ \\t\\r\\n]+\\1`), pattern: SPACED },
  { candidate: /(?<![\u30A0-\u30FA])([\u30A0-\u30FF]{3,})\1/, pattern: KATAKANA },
  { candidate: new RegExp(`(?<![${HAN_CHARACTER}])([${HAN_CHARACTER}]{2,6})\\1`), pattern: HAN },
];

/** Words that grammar repeats: "that that", "die die", "nous nous". */
const MAY_REPEAT = /^(?:that|had|is|do|who|[dD](?:as|ie|er|en|em)|sie|Sie|[nv]ous|se|si|que|no|bye|very|so|blah|bla)$/;
