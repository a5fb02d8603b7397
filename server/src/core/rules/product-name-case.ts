import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { memoized } from '../text/memo.js';
import { sliceOf, type Span } from '../text/span.js';
import { productWords } from '../vocabulary/product-words.js';
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
    const { pattern, nameOf } = wrongCases(page.vocabulary);
    if (!pattern.test(source)) return;
    for (const text of inlines.texts) {
      for (const { 0: found, index } of sliceOf(source, text).matchAll(new RegExp(pattern, 'gu'))) {
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
  readonly pattern: RegExp;
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Every wrong spelling that authors use; not capital letters only, which can be a heading or emphasis. */
const wrongCases = memoized((vocabulary: Vocabulary): WrongCases => {
  const nameOf = new Map<string, string>();
  const names = productWords(vocabulary);
  for (const name of names) for (const wrong of spellingsLike(name)) nameOf.set(wrong, name);
  for (const name of names) nameOf.delete(name);
  const words = [...nameOf.keys()].join('|');
  return {
    pattern: new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${words})(?![\\p{Script=Latin}\\p{N}])`, 'u'),
    nameOf,
  };
});

function spellingsLike(name: string): string[] {
  const lower = name.toLowerCase();
  const first = name.slice(0, 1);
  const inner = INNER_CAPITALS[name] ?? name;
  return [lower, first + lower.slice(1), lower.slice(0, 1) + inner.slice(1), inner];
}

/** Names without a capital letter inside that authors write with one. */
const INNER_CAPITALS: Readonly<Record<string, string>> = { Intune: 'InTune', Microsoft: 'MicroSoft' };

/** A file, an address, a hashtag or an alias. */
function isPartOfAddress(source: string, { start, end }: Span, isName: boolean): boolean {
  const before = source[start - 1] ?? '';
  const after = source.slice(end, end + 2);
  if (/[_/\\.@#]/.test(before) || /^(?:[_/\\@]|\.\p{L})/u.test(after)) return true;
  return !isName && (/[-"'“‘:=&?,]/.test(before) || /^[-"'”’:=&]/.test(after));
}
