import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Fix } from '../lint/rule.js';
import { linksWithTarget } from '../dialect/links.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { defineTextRule, type WrittenText } from '../lint/support/text-rule.js';
import type { Located } from '../text/span.js';

const texts = defineMessages('link-full-width-character', {
  useHalfWidth: {
    text: 'Replace with half-width characters',
    note: 'Title of a fix for full-width punctuation in a link target.',
  },
});

export const linkFullWidthCharacter = defineTextRule({
  meta: {
    id: 'link-full-width-character',
    category: 'link',
    description: 'A web address contains no full-width punctuation',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      inTarget: 'Full-width "{text}" in the link target: the link is broken',
      afterAddress: 'The address and the "{text}" after it become one broken link',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    if (!FULL_WIDTH.test(source)) return;
    for (const { target } of linksWithTarget(inlines)) {
      const found = FULL_WIDTH.exec(target.value);
      if (found === null) continue;
      const start = target.span.start + found.index;
      report({
        messageId: 'inTarget',
        data: { text: found[0] },
        span: { start, end: start + found[0].length },
        fixes: fixesIn(target),
      });
    }
    for (const { value, span } of swallowedPunctuationIn({ source, inlines })) {
      report({
        messageId: 'afterAddress',
        data: { text: value },
        span,
        fixes: [suggestion(titles.insertSpace, { span: { start: span.start, end: span.start }, newText: ' ' })],
      });
    }
  },
});

/** CJK punctuation and the full-width forms of ASCII punctuation; no letters, which file names may contain. */
const FULL_WIDTH = /[\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]+/;
const ALL_FULL_WIDTH = new RegExp(FULL_WIDTH, 'g');
/**
 * A bare address in the text, and the punctuation directly after it. After `](`, or a full-width `（`, it was meant as a
 * link target: then the link syntax is wrong, which another rule reports.
 */
const BARE_ADDRESS = new RegExp(`(?<!\\][(（]\\s*)https?://[\\w./?=&%#:~+-]+(${FULL_WIDTH.source})`, 'g');

/** Punctuation after a bare address, which docfx turns into a link up to the next space. */
function swallowedPunctuationIn({ source, inlines }: WrittenText): Located<string>[] {
  return inlines.texts.flatMap((text) =>
    [...source.slice(text.start, text.end).matchAll(BARE_ADDRESS)].map((match) => {
      const value = match[1] ?? '';
      const end = text.start + match.index + match[0].length;
      return { value, span: { start: end - value.length, end } };
    }),
  );
}

function fixesIn({ value, span }: Located<string>): Fix[] {
  const found = [...value.matchAll(ALL_FULL_WIDTH)];
  const last = found[found.length - 1];
  const edits = found.map(({ 0: text, index }) => ({
    span: { start: span.start + index, end: span.start + index + text.length },
    // NFKC returns the half-width form; characters that have none end a sentence.
    newText: index + text.length === value.length ? '' : text.normalize('NFKC').replace(/[^!-~]/g, ''),
  }));
  const title =
    found.length === 1 && last?.index === value.length - 1 ? titles.delete({ text: last[0] }) : texts.useHalfWidth;
  return [suggestion(title, ...edits)];
}
