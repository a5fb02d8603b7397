import { catalogue } from '../messages/catalogue.js';
import { pseudoTranslations } from './pseudo-locale.js';

/** All messages of the product in accented English, for pages in a browser. */
export const pseudoTexts = pseudoTranslations(catalogue());
