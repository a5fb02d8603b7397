import type { Format } from './formatter.js';
import type { Message } from '../index.js';

/** The sentences of defined messages: texts, and functions that insert values. */
export type Texts<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends (values: infer Values) => Message
    ? (values: Values) => string
    : string;
};

type AnyMessage = Message | ((values: Message['values']) => Message);

/** For a front end that shows messages where it defines them. A text is formatted when it is first used. */
export function textsOf<Messages extends object>(messages: Messages, format: Format): Texts<Messages> {
  const texts = {};
  for (const [name, message] of Object.entries(messages as Readonly<Record<string, AnyMessage>>))
    Object.defineProperty(texts, name, { enumerable: true, get: () => textOf(message, format) });
  return texts as Texts<Messages>;
}

function textOf(message: AnyMessage, format: Format): string | ((values: Message['values']) => string) {
  return typeof message === 'function' ? (values) => format(message(values)) : format(message);
}
