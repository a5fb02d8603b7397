import { columnIndex, type TableSchema } from '../model/tables.js';
import type { ReadingContext } from './reading-context.js';

/**
 * The letters in the mandatory/optional header, or those of the page's language if the header is missing or has only
 * one. Mandatory first.
 */
export function moLettersOf(schema: TableSchema, { vocabulary, language }: ReadingContext): readonly string[] {
  if (schema.letters.length > 1) return schema.letters;
  const { mandatory, optional } = vocabulary.letters[language];
  return schema.columns[columnIndex(schema, 'mo')]?.cell === undefined
    ? [mandatory, optional]
    : [...new Set([...schema.letters.filter((letter) => letter !== optional), mandatory, optional])];
}
