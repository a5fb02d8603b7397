import type { TermSet } from '../../vocabulary/term-set.js';
import { LANGUAGES } from '../../vocabulary/language.js';

/** A phrase has its own words in each language; the name of a product has one or two all over the world. */
const OWN_WORDS = 4;

/** Whether the term is a phrase that translators translate, not a product's name. */
export function isTranslated<Id extends string>(terms: TermSet<Id>, id: Id): boolean {
  const spellings = LANGUAGES.flatMap((language) => terms.data[id][language]?.canonical ?? []);
  return new Set(spellings).size >= OWN_WORDS;
}
