import type { LanguageName, Message, MessageList, MessageValue } from '../../messages/index.js';

/** The values of a message for programs. */
export type PlainValues = Readonly<Record<string, PlainValue>>;

type PlainValue = string | number | PlainMessage | PlainList | LanguageName;

/** A message in a value, without its English text. */
interface PlainMessage {
  readonly id: string;
  readonly values: PlainValues;
}

interface PlainList {
  readonly items: readonly (string | PlainMessage | LanguageName)[];
  readonly join: MessageList['join'];
}

export function plainValues({ values }: Message): PlainValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: MessageValue): PlainValue {
  if (typeof value !== 'object' || !('items' in value)) return plainItem(value);
  return { items: value.items.map(plainItem), join: value.join };
}

function plainItem<Value extends string | number | LanguageName>(value: Value | Message): Value | PlainMessage {
  return typeof value === 'object' && 'id' in value ? { id: value.id, values: plainValues(value) } : value;
}
