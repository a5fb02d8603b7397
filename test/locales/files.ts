import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TranslatedLocale, Translations } from '../../server/src/messages/formatting/index.js';
import { root } from '../support/project.js';

/** The translations of a locale, as they ship. */
export function translationsOf(locale: TranslatedLocale): Translations {
  return JSON.parse(readFileSync(fileOf(locale), 'utf8')) as Translations;
}

/** Writes translations the way they are kept: sorted by id, one on each line. */
export function writeTranslations(locale: TranslatedLocale, translations: Translations): void {
  writeFileSync(fileOf(locale), printed(translations));
}

function fileOf(locale: TranslatedLocale): string {
  return join(root, `server/src/messages/locales/${locale}.json`);
}

/** The texts of the manifest, in English or a locale. */
export function manifestTexts(locale?: TranslatedLocale): Translations {
  const file = locale === undefined ? 'package.nls.json' : `package.nls.${locale}.json`;
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Translations;
}

/** What a translator needs to know about a message, and what the translations were made from. */
export interface TranslatedMessage {
  readonly english: string;
  readonly note?: string;
  /** The locales that have no translation yet, so that English is shown. */
  readonly missing?: readonly TranslatedLocale[];
}

const SOURCE = join(root, 'server/src/messages/translated.json');

/** The messages by id, as they were when the translations were last brought up to date. */
export function translatedMessages(): Readonly<Record<string, TranslatedMessage>> {
  return existsSync(SOURCE)
    ? (JSON.parse(readFileSync(SOURCE, 'utf8')) as Readonly<Record<string, TranslatedMessage>>)
    : {};
}

export function writeTranslatedMessages(messages: Readonly<Record<string, TranslatedMessage>>): void {
  writeFileSync(SOURCE, printed(messages));
}

function printed(values: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
