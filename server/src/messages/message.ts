/**
 * A text for people, as data: which one it is and the values in it. A front end turns it into a sentence for a locale
 * with a `Formatter`.
 */
export interface Message {
  /** Unique in the product, and never reused for another meaning: `task-mo-letter/unknown`. */
  readonly id: string;
  /** The English text, an ICU message: `{count, plural, one {# row} other {# rows}}`. */
  readonly english: string;
  readonly values: MessageValues;
}

export type MessageValues = Readonly<Record<string, MessageValue>>;

/**
 * A string is inserted unchanged: text of a page, a name, an ID. A number is inserted unchanged too, unless the text
 * asks for a plural or a number.
 */
export type MessageValue = string | number | Message | MessageList | LanguageName;

/** Items that the locale joins: `M, O, and R`. */
export interface MessageList {
  readonly items: readonly ListItem[];
  readonly join: 'and' | 'or' | 'comma';
}

type ListItem = string | Message | LanguageName;

/** The name of a language in the locale: `German`. */
export interface LanguageName {
  /** A BCP 47 tag. */
  readonly language: string;
}

/** `M, O, and R`. */
export const allOf = (items: readonly ListItem[]): MessageList => ({ items, join: 'and' });

/** `M, O, or R`. */
export const anyOf = (items: readonly ListItem[]): MessageList => ({ items, join: 'or' });

/** `M, O, R`: a list that isn't part of a sentence. */
export const listed = (items: readonly ListItem[]): MessageList => ({ items, join: 'comma' });

/** `"text"`, in the quotation marks of the locale: an item of a list. Texts contain the marks around single values. */
export const quoted = (text: string): Message => ({ id: 'quoted', english: '"{text}"', values: { text } });

/** An order that depends on ids and values only, so it is the same in every locale. */
export function compareMessages(one: Message, other: Message): number {
  const [first, second] = [keyOf(one), keyOf(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function keyOf({ id, values }: Message): string {
  return `${id} ${JSON.stringify(values)}`;
}
