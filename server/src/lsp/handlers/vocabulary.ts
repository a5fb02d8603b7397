import { builtInVocabulary, LANGUAGE_NAMES, LANGUAGES, type Language, type Vocabulary } from '../../core/index.js';
import { vocabularyMethod, type OfferedVocabulary, type VocabularyParams } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { offeredTaskId, offeredTerms } from '../convert/offered-terms.js';
import { runSafe } from '../session/run-safe.js';
import { openPage, vocabularyAt } from '../session/open-page.js';

/** Returns the words that authors can choose from to our client. */
export const vocabulary: Feature = { register };

function register({ session }: FeatureContext): void {
  const fallback = offered(builtInVocabulary, 'en');
  session.connection.onRequest(vocabularyMethod, ({ uri, language }: VocabularyParams, token) =>
    runSafe<OfferedVocabulary>('vocabulary', session.connection.console, token, fallback, async () => {
      const playbook = (await openPage(session, uri, token))?.playbook;
      const asked = LANGUAGES.find((known) => known === language);
      return offered(playbook?.vocabulary ?? (await vocabularyAt(session, uri)), asked ?? playbook?.language ?? 'en');
    }),
  );
}

function offered(
  { roles, services, phases, motions, letters, taskId }: Vocabulary,
  language: Language,
): OfferedVocabulary {
  return {
    language,
    languages: LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
    roles: offeredTerms(roles, language),
    services: offeredTerms(services, language),
    phases: offeredTerms(phases, language),
    motions: offeredTerms(motions, language),
    letters: letters[language],
    taskId: offeredTaskId(taskId),
  };
}
