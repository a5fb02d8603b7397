import { builtInVocabulary, LANGUAGE_NAMES, LANGUAGES, type Language, type TermSet, type Vocabulary } from '../../core/index.js';
import { vocabularyMethod, type OfferedTerm, type OfferedVocabulary, type VocabularyParams } from '../../protocol/index.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';
import { openPage } from '../written-page.js';

/** Tells our client the words that an author can choose from. */
export function registerVocabulary(session: Session): void {
  const fallback = offered(builtInVocabulary, 'en');
  session.connection.onRequest(vocabularyMethod, ({ uri, language }: VocabularyParams, token) =>
    runSafe<OfferedVocabulary>('vocabulary', session.connection.console, token, fallback, async () => {
      const playbook = (await openPage(session, uri, token))?.playbook;
      const asked = LANGUAGES.find((known) => known === language);
      return offered(playbook?.vocabulary ?? builtInVocabulary, asked ?? playbook?.language ?? 'en');
    }),
  );
}

function offered({ roles, services, phases, motions, letters, taskId }: Vocabulary, language: Language): OfferedVocabulary {
  return {
    language,
    languages: LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
    roles: termsOf(roles, language),
    services: termsOf(services, language),
    phases: termsOf(phases, language),
    motions: termsOf(motions, language),
    letters: letters[language],
    taskId: { pattern: taskId.pattern.source, description: taskId.description },
  };
}

/** The terms that the language has a word of its own for. A dash, for "nobody", is no word to offer. */
function termsOf(terms: TermSet, language: Language): OfferedTerm[] {
  return terms.ids().flatMap((id) => {
    const label = terms.spelling(id, language);
    return terms.has(id, language) && label !== '-' ? [{ id, label }] : [];
  });
}
