import { IntlMessageFormat } from 'intl-messageformat';
import type { Message, MessageList, MessageValue } from '../index.js';

/** The texts of one locale: ICU messages by message id. A text that is missing is shown in English. */
export type Translations = Readonly<Record<string, string>>;

/** Turns messages into sentences for one locale. */
export interface Formatter {
  /** The locale of the translations, a BCP 47 tag. */
  readonly locale: string;
  readonly format: Format;
}

export type Format = (message: Message) => string;

/** Throws a `RangeError` if `locale` isn't a BCP 47 tag; `format` throws a `SyntaxError` for a text that isn't ICU. */
export function createFormatter(locale = 'en', translations: Translations = {}): Formatter {
  const translated = new LocaleFormatter(locale);
  const english = new LocaleFormatter('en');
  // A keystroke formats only new messages, because the findings of rows that don't change keep theirs.
  const formatted = new WeakMap<Message, string>();

  const format: Format = (message) => {
    const known = formatted.get(message);
    if (known !== undefined) return known;
    const text = Object.hasOwn(translations, message.id) ? translations[message.id] : undefined;
    const sentence =
      text === undefined ? english.format(message.english, message, format) : translated.format(text, message, format);
    formatted.set(message, sentence);
    return sentence;
  };
  return { locale, format };
}

const LIST_FORMATS = {
  and: { type: 'conjunction' },
  or: { type: 'disjunction' },
  comma: { type: 'unit', style: 'short' },
} as const satisfies Record<MessageList['join'], Intl.ListFormatOptions>;

/** Formats texts of one locale. Parses each text once, and creates the formats of the locale when they are needed. */
class LocaleFormatter {
  readonly #locale: string;
  readonly #texts = new Map<string, IntlMessageFormat>();
  readonly #lists = new Map<MessageList['join'], Intl.ListFormat>();
  #languages: Intl.DisplayNames | undefined;

  constructor(locale: string) {
    this.#locale = locale;
    Intl.getCanonicalLocales(locale);
  }

  /** `nested`: formats the messages among the values. */
  format(text: string, { values }: Message, nested: Format): string {
    const inserted = Object.entries(values).map(([name, value]) => [name, this.#value(value, nested)]);
    return String(this.#parsed(text).format(Object.fromEntries(inserted) as Record<string, string | number>));
  }

  #parsed(text: string): IntlMessageFormat {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const parsed = new IntlMessageFormat(text, this.#locale, undefined, { ignoreTag: true });
    this.#texts.set(text, parsed);
    return parsed;
  }

  #value(value: MessageValue, nested: Format): string | number {
    if (typeof value !== 'object') return value;
    if ('id' in value) return nested(value);
    if ('language' in value) return this.#languageName(value.language);
    return this.#listFormat(value.join).format(value.items.map((item) => String(this.#value(item, nested))));
  }

  #languageName(language: string): string {
    this.#languages ??= new Intl.DisplayNames(this.#locale, { type: 'language' });
    return this.#languages.of(language) ?? language;
  }

  #listFormat(join: MessageList['join']): Intl.ListFormat {
    const known = this.#lists.get(join);
    if (known !== undefined) return known;
    const format = new Intl.ListFormat(this.#locale, LIST_FORMATS[join]);
    this.#lists.set(join, format);
    return format;
  }
}
