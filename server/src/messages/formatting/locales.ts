import { createFormatter, type Formatter, type Translations } from './formatter.js';

/** The translations of the product by locale, a BCP 47 tag in lowercase. English is in the code. */
export type Locales = Readonly<Record<string, Translations>>;

const LOCALES: Locales = {};

/**
 * The formatter for the locale that is closest to `wanted`, a BCP 47 tag: `de-AT` is shown in German if there is no
 * Austrian translation, and in English if there is no German one. Never throws: clients and environments send any text.
 */
export function formatterFor(wanted: string | undefined, locales: Locales = LOCALES): Formatter {
  const parts = (wanted ?? '').toLowerCase().replaceAll('_', '-').split('-');
  for (let length = parts.length; length > 0; length--) {
    const locale = parts.slice(0, length).join('-');
    const translations = Object.hasOwn(locales, locale) ? locales[locale] : undefined;
    if (translations !== undefined) return createFormatter(locale, translations);
  }
  return createFormatter();
}
