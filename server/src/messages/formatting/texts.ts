import type { Format } from './formatter.js';
import type { Message } from '../index.js';

/** The sentences of defined messages: texts, and functions that insert values. */
export type Texts<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends (values: infer Values) => Message
    ? (values: Values) => string
    : string;
};

type AnyMessage = Message | ((values: Message['values']) => Message);

/** For a front end that shows messages where it defines them. */
export function textsOf<Messages extends object>(messages: Messages, format: Format): Texts<Messages> {
  const texts = Object.entries(messages as Readonly<Record<string, AnyMessage>>).map(([name, message]) => [
    name,
    typeof message === 'function' ? (values: Message['values']) => format(message(values)) : format(message),
  ]);
  return Object.fromEntries(texts) as Texts<Messages>;
}
