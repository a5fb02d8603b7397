import { columnIndex, type TableSchema } from '../../model/tables.js';
import type { ReadingContext } from '../rule.js';

/** The letters that the mandatory/optional header shows; those of the page's language when the header is missing or shows one only. */
export function moLettersOf(schema: TableSchema, { vocabulary, language }: ReadingContext): readonly string[] {
  if (schema.letters.length > 1) return schema.letters;
  const { mandatory, optional } = vocabulary.letters[language];
  return schema.columns[columnIndex(schema, 'mo')]?.cell === undefined
    ? [mandatory, optional]
    : [...new Set([...schema.letters, mandatory, optional])];
}
