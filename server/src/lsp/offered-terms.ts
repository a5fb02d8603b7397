import type { Language, TermSet, Vocabulary } from '../core/index.js';
import type { OfferedTerm, OfferedVocabulary } from '../protocol/index.js';

/** The terms that the language has a word of its own for. A dash, for "nobody", is no word to offer. */
export function offeredTerms(terms: TermSet, language: Language): OfferedTerm[] {
  return terms.ids().flatMap((id) => {
    const label = terms.spelling(id, language);
    return terms.has(id, language) && label !== '-' ? [{ id, label }] : [];
  });
}

export function offeredTaskId({ pattern, description }: Vocabulary['taskId']): OfferedVocabulary['taskId'] {
  return { pattern: pattern.source, description };
}
