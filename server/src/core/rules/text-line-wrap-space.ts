import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { sliceOf } from '../text/span.js';

const texts = defineMessages('text-line-wrap-space', {
  delete: { text: 'Delete the space', note: 'Title of a fix.' },
});

export const textLineWrapSpace = defineRule({
  meta: {
    id: 'text-line-wrap-space',
    category: 'text',
    description: 'A Chinese or Japanese sentence has no space where a line once ended',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      space: {
        text: 'A space separates "{before}" and "{after}" in the middle of a sentence',
        note: '{before}, {after}: the Chinese or Japanese characters on either side of the space.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block: { source, inlines, headings, labels }, report }) {
    if (!SPACE.test(source)) return;
    const others = [...headings.map(({ span }) => span), ...labels.map(({ line }) => line)];
    for (const text of inlines.texts) {
      const shown = sliceOf(source, text);
      if (LITERAL_MARK.test(shown)) continue;
      for (const { 0: before, index } of shown.matchAll(ALL_SPACES)) {
        const at = text.start + index + before.length - 1;
        if (others.some(({ start, end }) => start <= at && at < end) || !isInSentence(source, at)) continue;
        const space = { start: at, end: at + 1 };
        report({
          messageId: 'space',
          data: { before: source.slice(at - 2, at), after: source.slice(at + 1, at + 3) },
          span: space,
          fixes: [preferred(suggestion(texts.delete, { span: space, newText: '' }))],
        });
      }
    }
  },
});

/** Where readers see the marks of a link or of bold text, the space belongs to that mistake. */
const LITERAL_MARK = /\*\*|__|\[|\]/;
/** Not katakana: Japanese separates the words of a long name with spaces. */
const CHARACTER = String.raw`[\p{Script=Han}\p{Script=Hiragana}]`;
/** Four characters have to follow: a person's name is shorter. */
const SPACE = new RegExp(`(?<=${CHARACTER})${CHARACTER} (?=${CHARACTER}{4})`, 'u');
const ALL_SPACES = new RegExp(SPACE, 'gu');

/**
 * Whether the space is in the middle of a sentence, and the only one nearby: spaces also separate sentences, a label and
 * its text, or the words of a list.
 */
function isInSentence(source: string, at: number): boolean {
  const before = /[^\r\n]*$/.exec(source.slice(Math.max(0, at - NEARBY), at))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(source.slice(at + 1, at + 1 + NEARBY))?.[0] ?? '';
  const clause = /[^，。；：！？:;|*]*$/.exec(before)?.[0] ?? '';
  if (clause.length < MIN_CLAUSE || !/[，。；！？]/.test(after)) return false;
  return !BETWEEN_CHARACTERS.test(before) && !BETWEEN_CHARACTERS.test(after);
}

const NEARBY = 40;
const MIN_CLAUSE = 6;
const BETWEEN_CHARACTERS = new RegExp(`${CHARACTER}[ \\u3000]+${CHARACTER}`, 'u');
