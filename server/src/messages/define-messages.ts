import type { Message } from './message.js';
import type { ValuesOf } from './placeholders.js';

/** An English text, with a note for translators where it alone doesn't say what it means or where it appears. */
export type MessageDefinition = string | { readonly text: string; readonly note: string };

export type TextOf<Definition extends MessageDefinition> = Definition extends {
  readonly text: infer Text extends string;
}
  ? Text
  : Definition extends string
    ? Definition
    : never;

/** A message without values, or the function that makes one from its values. */
export type DefinedMessage<Text extends string> = keyof ValuesOf<Text> extends never
  ? Message
  : (values: ValuesOf<Text>) => Message;

export type DefinedMessages<Definitions extends Readonly<Record<string, MessageDefinition>>> = {
  readonly [Name in keyof Definitions]: DefinedMessage<TextOf<Definitions[Name]>>;
};

/**
 * The texts of one part of the product, beside the code that uses them. The id of each is `group/name`.
 * A test collects all calls for translators, so both arguments are literals.
 */
export function defineMessages<const Definitions extends Readonly<Record<string, MessageDefinition>>>(
  group: string,
  definitions: Definitions,
): DefinedMessages<Definitions> {
  const defined = Object.entries(definitions).map(([name, definition]) => [
    name,
    messageOrFunction(`${group}/${name}`, englishOf(definition)),
  ]);
  return Object.fromEntries(defined) as DefinedMessages<Definitions>;
}

export function englishOf(definition: MessageDefinition): string {
  return typeof definition === 'string' ? definition : definition.text;
}

function messageOrFunction(id: string, english: string): Message | ((values: Message['values']) => Message) {
  return english.includes('{') ? (values) => ({ id, english, values }) : { id, english, values: {} };
}
