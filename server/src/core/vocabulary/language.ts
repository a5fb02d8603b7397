import { LANGUAGE_PACKS } from './languages/index.js';
import type { LanguagePack } from './language-pack.js';

/** A language that playbooks are written in. */
export type Language = (typeof LANGUAGE_PACKS)[number]['id'];

export const LANGUAGES: readonly Language[] = LANGUAGE_PACKS.map(({ id }) => id);

/** English names, for messages. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = byLanguage(({ name }) => name);

const PACKS = new Map<string, LanguagePack>(LANGUAGE_PACKS.map((pack) => [pack.id, pack]));

export function packOf(language: Language): LanguagePack {
  return PACKS.get(language) ?? LANGUAGE_PACKS[0];
}

/** A value for each language. */
export function byLanguage<Value>(valueOf: (pack: LanguagePack) => Value): Readonly<Record<Language, Value>> {
  return Object.fromEntries(LANGUAGE_PACKS.map((pack) => [pack.id, valueOf(pack)])) as Record<Language, Value>;
}

/** What the packs say, without duplicates, for texts whose language isn't known. */
export function inAnyLanguage<Value>(valuesOf: (pack: LanguagePack) => readonly Value[]): readonly Value[] {
  return [...new Set(LANGUAGE_PACKS.flatMap(valuesOf))];
}
