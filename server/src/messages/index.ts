/** Texts for people, as data. Every part of the product defines its own, in English beside its code. */
export {
  defineMessages,
  englishOf,
  type DefinedMessages,
  type MessageDefinition,
  type TextOf,
} from './define-messages.js';
export {
  allOf,
  anyOf,
  compareMessages,
  listed,
  quoted,
  type LanguageName,
  type Message,
  type MessageList,
  type MessageValue,
} from './message.js';
export type { ValuesOf } from './placeholders.js';
