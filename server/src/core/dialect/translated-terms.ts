import type { TermSet } from '../vocabulary/term-set.js';
import { LANGUAGES } from '../vocabulary/language.js';

/**
 * Whether the term is a phrase that translators translate, not a product's name: most languages have their own words
 * for it.
 */
export function isTranslated<Id extends string>(terms: TermSet<Id>, id: Id): boolean {
  const spellings = LANGUAGES.flatMap((language) => terms.data[id][language]?.canonical ?? []);
  return new Set(spellings).size > LANGUAGES.length / 2;
}
