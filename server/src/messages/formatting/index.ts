/** Makes sentences of messages. Only front ends use it: the language server, the command line, the extension, its pages. */
export { localeOf } from './environment-locale.js';
export { createFormatter, type Format, type Formatter, type Translations } from './formatter.js';
export { closestLocale, LOCALES, TRANSLATED, type LocaleName, type TranslatedLocale } from './locales.js';
export { formatterFor, isTranslations, logUnreadable, translationsIn, type TranslationFiles } from './translations.js';
export { textsOf, type Texts } from './texts.js';
