import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { memoized } from '../text/memo.js';
import { sliceOf } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export const productNameDamaged = defineTextRule({
  meta: {
    id: 'product-name-damaged',
    category: 'text',
    description: 'A product name has no letters left over from a search and replace after it',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      damaged:
        '"{text}" looks like a search and replace inside another word: "{name}" was put in place of a part of it',
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

/** A name of several words, and letters right behind it that make no plural and no genitive. */
const damagedNames = memoized(({ services }: Vocabulary): RegExp | undefined => {
  const names = [...productNames(services.data)].map(escaped);
  return names.length === 0
    ? undefined
    : new RegExp(`(?<!\\p{L})(${names.join('|')})(?!(?:e?s|n|en|er)(?!\\p{L}))\\p{Ll}{2,}`, 'u');
});

/** English product names: at least two words, each with a capital letter or a digit, `for` aside. The longest first. */
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
