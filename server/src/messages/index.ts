/** Texts for people, in every part of the product: defined in English beside their code, and formatted for a locale. */
export {
  defineMessages,
  englishOf,
  type DefinedMessages,
  type MessageDefinition,
  type TextOf,
} from './define-messages.js';
export { createFormatter, type Format, type Formatter, type Translations } from './formatter.js';
export { formatterFor, type Locales } from './locales.js';
export {
  allOf,
  anyOf,
  compareMessages,
  listed,
  pending,
  quoted,
  type LanguageName,
  type Message,
  type MessageList,
  type MessageValue,
} from './message.js';
export type { ValuesOf } from './placeholders.js';
export { textsOf, type Texts } from './texts.js';
