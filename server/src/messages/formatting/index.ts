/** Makes sentences of messages. Only front ends use it: the language server, the command line, the extension, its pages. */
export { localeOf } from './environment-locale.js';
export { createFormatter, type Format, type Formatter, type Translations } from './formatter.js';
export { formatterFor, type Locales } from './locales.js';
export { textsOf, type Texts } from './texts.js';
