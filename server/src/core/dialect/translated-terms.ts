import type { TermSet } from '../vocabulary/term-set.js';
import { LANGUAGES } from '../vocabulary/language.js';

/** A phrase has different words in each language; a product name has one or two worldwide. */
const OWN_WORDS = 4;

/** Whether the term is a phrase that translators translate, not a product's name. */
export function isTranslated<Id extends string>(terms: TermSet<Id>, id: Id): boolean {
  const spellings = LANGUAGES.flatMap((language) => terms.data[id][language]?.canonical ?? []);
  return new Set(spellings).size >= OWN_WORDS;
}
