import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { memoized } from '../text/memo.js';
import { sliceOf } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export const productNameDamaged = defineTextRule({
  meta: {
    id: 'product-name-damaged',
    category: 'text',
    description: "A product name isn't followed by letters left over from a search and replace",
    recommended: 'warning',
    fixable: 'none',
    messages: {
      damaged: {
        text: '"{text}" looks like a bad search and replace: part of a word was replaced with "{name}"',
        note: '{name}: the name of a product.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, page, report }) {
    const damaged = damagedNames(page.vocabulary);
    if (damaged === undefined || !damaged.test(source)) return;
    for (const text of inlines.texts) {
      for (const { 0: found, 1: name = '', index } of sliceOf(source, text).matchAll(new RegExp(damaged, 'gu'))) {
        const start = text.start + index;
        report({ messageId: 'damaged', data: { text: found, name }, span: { start, end: start + found.length } });
      }
    }
  },
});

/** A name of several words, directly followed by letters that aren't a plural or genitive ending. */
const damagedNames = memoized(({ services }: Vocabulary): RegExp | undefined => {
  const names = [...productNames(services.data)].map(escaped);
  return names.length === 0
    ? undefined
    : new RegExp(`(?<!\\p{L})(${names.join('|')})(?!(?:e?s|n|en|er)(?!\\p{L}))\\p{Ll}{2,}`, 'u');
});

/**
 * English product names, longest first: at least two words, all of which except `for` have a capital letter or a digit.
 */
function* productNames(services: Vocabulary['services']['data']): Generator<string> {
  const names = new Set<string>();
  for (const { en } of Object.values(services)) {
    for (const name of en === undefined ? [] : [en.canonical, ...(en.aliases ?? [])])
      if (PRODUCT_NAME.test(name)) names.add(name);
  }
  yield* [...names].sort((a, b) => b.length - a.length);
}

const PRODUCT_NAME = /^[A-Z]\w+(?: (?:for|[A-Z\d]\w*))* [A-Z\d]\w*$/;

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
