import { createFormatter, type Formatter, type Translations } from './formatter.js';
import { closestLocale, type TranslatedLocale } from './locales.js';

/** Where the files with the translations are. */
export interface TranslationFiles {
  /** The content of the file of a locale. Throws if it can't be read. */
  readonly read: (locale: TranslatedLocale) => string;
  /** Says what is wrong with a file, in English. */
  readonly log: (failure: string) => void;
}

/**
 * The formatter for the locale that is closest to `wanted`. It is English if there is none, or if its file can't be
 * read, which is logged. Reads nothing for English.
 */
export function formatterFor(wanted: string | undefined, { read, log }: TranslationFiles): Formatter {
  const locale = closestLocale(wanted ?? '') ?? 'en';
  if (locale === 'en') return createFormatter();
  try {
    return createFormatter(locale, translationsIn(read(locale)), log);
  } catch (error) {
    logUnreadable(locale, error, log);
    return createFormatter();
  }
}

/** Says why the texts are English, although there is a file for the locale. */
export function logUnreadable(locale: string, error: unknown, log: TranslationFiles['log']): void {
  log(`The translations for "${locale}" can't be read, so texts are in English: ${String(error)}`);
}

/** The content of a file with translations. Throws if it isn't one. */
export function translationsIn(content: string): Translations {
  const value: unknown = JSON.parse(content);
  if (!isTranslations(value)) throw new TypeError('The file is not an object with texts');
  return value;
}

export function isTranslations(value: unknown): value is Translations {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
