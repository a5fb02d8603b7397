import { allRules, builtInVocabulary, LANGUAGES } from '../../server/src/core/index.js';

/** Words of the dialect, which are the same in every language of the interface. */
export const DIALECT = JSON.stringify(builtInVocabulary, (_key, value: unknown) =>
  value instanceof Map ? [...value] : value,
);

/** What messages insert: names of rules and keys, and of languages, which come from `Intl`. */
export const NAMES: readonly string[] = [
  JSON.stringify(allRules.map(({ meta }) => [meta.id, meta.options.defaults])),
  languageNames('en'),
];

/** The names of the languages of playbooks in a language of the interface. */
export function languageNames(locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return LANGUAGES.map((language) => names.of(language)).join(' ');
}
