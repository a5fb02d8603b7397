import { IntlMessageFormat } from 'intl-messageformat';
import type { Message, MessageList, MessageValue } from '../index.js';
import { LIST_SEPARATORS } from './locales.js';

/** The texts of one locale: ICU messages by message id. A text that is missing is shown in English. */
export type Translations = Readonly<Record<string, string>>;

/** Turns messages into sentences for one locale. */
export interface Formatter {
  /** The locale of the translations, a BCP 47 tag. */
  readonly locale: string;
  readonly translations: Translations;
  readonly format: Format;
}

export type Format = (message: Message) => string;

/**
 * `log` gets one message for each faulty translation, whose text is shown in English. Throws a
 * `RangeError` if `locale` isn't a BCP 47 tag; `format` throws a `SyntaxError` for an English text that isn't ICU.
 */
export function createFormatter(
  locale = 'en',
  translations: Translations = {},
  log: (failure: string) => void = () => undefined,
): Formatter {
  const translated = new LocaleFormatter(locale);
  const english = new LocaleFormatter('en');
  // A keystroke formats only new messages, because the findings of rows that don't change keep theirs.
  const formatted = new WeakMap<Message, string>();
  const faulty = new Set<string>();

  const format: Format = (message) => {
    const known = formatted.get(message);
    if (known !== undefined) return known;
    const sentence = inLocale(message) ?? english.format(message.english, message, format);
    formatted.set(message, sentence);
    return sentence;
  };
  const inLocale = (message: Message): string | undefined => {
    const { id } = message;
    const text = Object.hasOwn(translations, id) ? translations[id] : undefined;
    if (text === undefined || faulty.has(id)) return undefined;
    try {
      return translated.format(text, message, format);
    } catch (error) {
      faulty.add(id);
      log(`The translation of "${id}" for "${locale}" is faulty: ${String(error)}`);
      return undefined;
    }
  };
  return { locale, translations, format };
}

const LIST_FORMATS = {
  and: { type: 'conjunction' },
  or: { type: 'disjunction' },
} as const satisfies Partial<Record<MessageList['join'], Intl.ListFormatOptions>>;

/**
 * A text of ICU in which each brace belongs to a name, and no apostrophe quotes anything. Most texts are of this kind, and
 * need no parser.
 */
const ONLY_NAMES = /^(?:[^{}']|\{\w+\}|'(?!['<>{}#]))*$/;

/** The text with its values; `undefined` if it has plurals or anything else that must be parsed, or if a value is missing. */
function withValues(text: string, values: Readonly<Record<string, string | number>>): string | undefined {
  if (!ONLY_NAMES.test(text)) return undefined;
  let isComplete = true;
  const sentence = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    isComplete &&= Object.hasOwn(values, name);
    return String(values[name]);
  });
  return isComplete ? sentence : undefined;
}

/** Formats texts of one locale. Parses each text once, and creates the formats of the locale when they are needed. */
class LocaleFormatter {
  readonly #locale: string;
  readonly #texts = new Map<string, IntlMessageFormat>();
  readonly #lists = new Map<keyof typeof LIST_FORMATS, Intl.ListFormat>();
  #comma: string | undefined;
  #languages: Intl.DisplayNames | undefined;

  constructor(locale: string) {
    this.#locale = locale;
    Intl.getCanonicalLocales(locale);
  }

  /** `nested`: formats the messages among the values. */
  format(text: string, { values }: Message, nested: Format): string {
    const inserted = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, this.#value(value, nested)]),
    );
    const sentence = withValues(text, inserted) ?? String(this.#parsed(text).format(inserted));
    return startsWithLanguage(text, values) ? capitalized(sentence, this.#locale) : sentence;
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
    const items = value.items.map((item) => String(this.#value(item, nested)));
    return value.join === 'comma' ? items.join(this.#separator()) : this.#joined(value.join, items);
  }

  #languageName(language: string): string {
    this.#languages ??= new Intl.DisplayNames(this.#locale, { type: 'language' });
    return this.#languages.of(language) ?? language;
  }

  #joined(join: keyof typeof LIST_FORMATS, items: readonly string[]): string {
    const parts = this.#listFormat(join).formatToParts(items);
    return parts.reduce((list, { value }) => `${list}${needsSpace(list, value) ? ' ' : ''}${value}`, '');
  }

  /** What is between the first two of three items. The lists of `Intl` without a word at their end have none in Chinese. */
  #separator(): string {
    return (this.#comma ??=
      LIST_SEPARATORS[this.#locale] ?? this.#listFormat('and').formatToParts(['1', '2', '3'])[1]?.value ?? ', ');
  }

  #listFormat(join: keyof typeof LIST_FORMATS): Intl.ListFormat {
    const known = this.#lists.get(join);
    if (known !== undefined) return known;
    const format = new Intl.ListFormat(this.#locale, LIST_FORMATS[join]);
    this.#lists.set(join, format);
    return format;
  }
}

/** Whether the name of a language is the first word, which it isn't inside of a sentence. */
function startsWithLanguage(text: string, values: Message['values']): boolean {
  const [, name] = /^\{(\w+)\}/.exec(text) ?? [];
  const value = name === undefined ? undefined : values[name];
  return typeof value === 'object' && 'language' in value;
}

function capitalized(sentence: string, locale: string): string {
  const [first = ''] = sentence;
  return first.toLocaleUpperCase(locale) + sentence.slice(first.length);
}

/** Whether a Chinese or Japanese word follows a Latin one or precedes it, which `Intl` joins without a space. */
function needsSpace(before: string, after: string): boolean {
  return (ENDS_WIDE.test(before) && STARTS_NARROW.test(after)) || (ENDS_NARROW.test(before) && STARTS_WIDE.test(after));
}

const ENDS_WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;
const STARTS_WIDE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const ENDS_NARROW = /[a-z\d]$/i;
const STARTS_NARROW = /^[a-z\d-]/i;
