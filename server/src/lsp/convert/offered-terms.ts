import type { Format } from '../../messages/formatting/index.js';
import type { Language, TermSet, Vocabulary } from '../../core/index.js';
import type { OfferedTerm, OfferedVocabulary } from '../../protocol/index.js';

/** The terms that have a word in the language. The dash, which means no value, isn't suggested. */
export function offeredTerms(terms: TermSet, language: Language): OfferedTerm[] {
  return terms.ids().flatMap((id) => {
    const label = terms.spelling(id, language);
    return terms.has(id, language) && label !== '-' ? [{ id, label }] : [];
  });
}

export function offeredTaskId(
  { pattern, description }: Vocabulary['taskId'],
  format: Format,
): OfferedVocabulary['taskId'] {
  return { pattern: pattern.source, description: format(description) };
}
