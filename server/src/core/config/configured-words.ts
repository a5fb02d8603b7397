import type { JsonValue } from '../lint/options.js';
import { LANGUAGES, type Language } from '../vocabulary/language.js';
import type { Spellings } from '../vocabulary/language-pack.js';
import type { VocabularyChange } from './config-file.js';

/** One setting in a configuration file about the words of the dialect. */
export interface ConfiguredWord {
  /** As in the file: `roles`, `frontMatter`, `taskId`. */
  readonly key: string;
  /** What it sets: the ID of a term, `required`, `pattern`. */
  readonly name: string;
  readonly value: JsonValue;
}

/** The vocabulary settings of a file, term by term, in the order of the file. */
export function configuredWords({ terms, frontMatter = {}, taskId }: VocabularyChange): readonly ConfiguredWord[] {
  return [
    ...[...terms].flatMap(([key, data]) =>
      Object.entries(data).map(([name, term]): ConfiguredWord => ({ key, name, value: termValue(term) })),
    ),
    ...Object.entries(frontMatter).map(([name, keys]: [string, readonly string[]]): ConfiguredWord => ({
      key: 'frontMatter',
      name,
      value: keys,
    })),
    ...(taskId === undefined
      ? []
      : [
          { key: 'taskId', name: 'pattern', value: taskId.written },
          ...(taskId.description === undefined
            ? []
            : [{ key: 'taskId', name: 'description', value: taskId.description }]),
        ]),
  ];
}

/** One text for every language, as in the short form of the file; otherwise one text per language. */
function termValue(term: Readonly<Partial<Record<Language, Spellings>>>): JsonValue {
  const values = new Map(Object.entries(term).map(([language, spellings]) => [language, spellingsValue(spellings)]));
  const [first] = values.values();
  const isOne =
    typeof first === 'string' &&
    values.size === LANGUAGES.length &&
    [...values.values()].every((value) => value === first);
  return isOne ? first : Object.fromEntries(values);
}

function spellingsValue({ canonical, aliases = [], errors = [] }: Spellings): JsonValue {
  if (aliases.length === 0 && errors.length === 0) return canonical;
  return { canonical, ...(aliases.length > 0 && { aliases }), ...(errors.length > 0 && { errors }) };
}
