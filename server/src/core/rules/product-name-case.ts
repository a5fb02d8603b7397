import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { memoized } from '../text/memo.js';
import { sliceOf, type Span } from '../text/span.js';
import { wrongCases } from '../vocabulary/product-words.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export const productNameCase = defineTextRule({
  meta: {
    id: 'product-name-case',
    category: 'text',
    description: 'Product names have their own capital letters',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      wrongCase: {
        text: 'The product is called "{name}", not "{text}"',
        note: '{name}: SharePoint. {text}: the same with other capital letters: Sharepoint.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, page, report }) {
    const { anyOf, pattern, nameOf } = wrongCasesIn(page.vocabulary);
    if (!anyOf.test(source)) return;
    for (const text of inlines.texts) {
      for (const { 0: found, index } of sliceOf(source, text).matchAll(pattern)) {
        const span = { start: text.start + index, end: text.start + index + found.length };
        const name = nameOf.get(found);
        const isName = /^\p{Lu}/u.test(found);
        if (name === undefined || isPartOfAddress(source, span, isName)) continue;
        // In lower case, it can be a keyword or an alias.
        const fix = isName ? replaceWith(span, name, 'safe') : preferred(replaceWith(span, name));
        report({ messageId: 'wrongCase', data: { text: found, name }, span, fixes: [fix] });
      }
    }
  },
});

interface WrongCases {
  /** A cheap test for the letters. */
  readonly anyOf: RegExp;
  /** All of them as whole words. */
  readonly pattern: RegExp;
  readonly nameOf: ReadonlyMap<string, string>;
}

const wrongCasesIn = memoized((vocabulary: Vocabulary): WrongCases => {
  const nameOf = wrongCases(vocabulary);
  const words = [...nameOf.keys()].join('|');
  return { nameOf, anyOf: new RegExp(words), pattern: new RegExp(`(?<!${LETTER})(?:${words})(?!${LETTER})`, 'gu') };
});

/** In Chinese and Japanese, a name can be directly beside other characters. */
const LETTER = String.raw`[\p{Script=Latin}\p{N}]`;

/** A file, an address, a hashtag or an alias. */
function isPartOfAddress(source: string, { start, end }: Span, isName: boolean): boolean {
  const before = source[start - 1] ?? '';
  const after = source.slice(end, end + 2);
  if (/[_/\\.@#]/.test(before) || /^(?:[_/\\@]|\.\p{L})/u.test(after)) return true;
  return !isName && (/[-"'“‘:=&?,]/.test(before) || /^[-"'”’:=&]/.test(after));
}
