import { builtInVocabulary, LANGUAGES, type Language, type Vocabulary } from '../../core/index.js';
import { vocabularyMethod, type OfferedVocabulary, type VocabularyParams } from '../../protocol/index.js';
import type { Format } from '../../messages/formatting/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { languageName } from '../convert/language-names.js';
import { offeredTaskId, offeredTerms } from '../convert/offered-terms.js';
import { runSafe } from '../session/run-safe.js';
import { openPage, vocabularyAt } from '../session/open-page.js';

/** Returns the words that authors can choose from to our client. */
export const vocabulary: Feature = { register };

function register({ session }: FeatureContext): void {
  const { format } = session;
  const fallback = offered(builtInVocabulary, 'en', format);
  session.connection.onRequest(vocabularyMethod, ({ uri, language }: VocabularyParams, token) =>
    runSafe<OfferedVocabulary>('vocabulary', session, token, fallback, async () => {
      const playbook = (await openPage(session, uri, token))?.playbook;
      const asked = LANGUAGES.find((known) => known === language);
      const words = playbook?.vocabulary ?? (await vocabularyAt(session, uri));
      return offered(words, asked ?? playbook?.language ?? 'en', format);
    }),
  );
}

function offered(
  { roles, services, phases, motions, letters, taskId }: Vocabulary,
  language: Language,
  format: Format,
): OfferedVocabulary {
  return {
    language,
    languages: LANGUAGES.map((id) => ({ id, label: format(languageName(id)) })),
    roles: offeredTerms(roles, language),
    services: offeredTerms(services, language),
    phases: offeredTerms(phases, language),
    motions: offeredTerms(motions, language),
    letters: letters[language],
    taskId: offeredTaskId(taskId, format),
  };
}
