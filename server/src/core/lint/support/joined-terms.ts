import type { ReadingContext } from '../../dialect/reading-context.js';
import type { TermSet } from '../../vocabulary/term-set.js';

/** What authors type between two terms by mistake: `Exchange \\ Teams`, `Exchange - Teams`, `Exchange Teams`. */
const WRONG_SEPARATOR = /(\s*[\\+|•·]\s*|\s+[-–—]\s+|\s+)/;
/** Longer texts are sentences. */
const MOST_WORDS = 20;

/** An unknown text that consists of two or more known terms, with the page's separator between them. */
export function joinedTerms(
  text: string,
  terms: TermSet,
  { vocabulary, language }: ReadingContext,
): string | undefined {
  const pieces = text.split(WRONG_SEPARATOR);
  if (pieces.length > 2 * MOST_WORDS) return undefined;
  const found = termsFrom(pieces, 0, terms);
  return found === undefined || found.length < 2 ? undefined : found.join(vocabulary.separators[language]);
}

/** The terms that the pieces from `first` on consist of, the longest first. Every second piece is a separator. */
function termsFrom(pieces: readonly string[], first: number, terms: TermSet): string[] | undefined {
  if (first >= pieces.length) return [];
  for (let last = pieces.length - 1; last >= first; last -= 2) {
    const term = pieces.slice(first, last + 1).join('');
    if (!isTerm(term, terms)) continue;
    const rest = termsFrom(pieces, last + 2, terms);
    if (rest !== undefined) return [term, ...rest];
  }
  return undefined;
}

function isTerm(text: string, terms: TermSet): boolean {
  return /\p{L}/u.test(text) && terms.lookup(text).some(({ kind }) => kind !== 'error');
}
