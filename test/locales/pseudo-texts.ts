import { catalogue } from '../messages/catalogue.js';
import { DIALECT, languageNames, NAMES } from './known-words.js';
import { pseudoTranslations } from './pseudo-locale.js';

export { accented, plainWords } from './pseudo-locale.js';

/** All messages of the product in accented English, for pages in a browser. */
export const pseudoTexts = pseudoTranslations(catalogue());

/** Words without accents that are right in an interface in accented English, in the place of the locale. */
export function knownWords(locale: string): string {
  return [DIALECT, languageNames(locale), ...NAMES].join(' ');
}
