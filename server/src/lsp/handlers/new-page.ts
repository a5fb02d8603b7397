import { LANGUAGES, newPage as textOfPage, newPageFile, newPageSnippet, type Language } from '../../core/index.js';
import {
  newPageFileMethod,
  newPageMethod,
  type NewPageFileParams,
  type NewPageFileResult,
  type NewPageParams,
  type NewPageResult,
} from '../../protocol/index.js';
import { filePathOf, uriOf } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { vocabularyAt } from '../session/open-page.js';
import { runSafe } from '../session/run-safe.js';

/** Writes a new page that authors would otherwise copy from another page. */
export const newPage: Feature = { register };

function register({ session, today }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(newPageMethod, ({ language, uri, ...page }: NewPageParams, token) =>
    runSafe<NewPageResult>('new page', session, token, { text: '', snippet: '' }, async () => {
      const vocabulary = await vocabularyAt(session, uri);
      const wanted = { ...page, language: knownLanguage(language) };
      return {
        text: textOfPage(wanted, vocabulary, today()),
        snippet: newPageSnippet(wanted, vocabulary, today()),
      };
    }),
  );
  connection.onRequest(newPageFileMethod, ({ uri, language, ...page }: NewPageFileParams, token) =>
    runSafe<NewPageFileResult>('new page file', session, token, { uri: null }, async () => {
      await workspaceIndexed(session, token);
      const wanted = { ...page, language: knownLanguage(language) };
      return { uri: uriOf(newPageFile(session.workspace.index, wanted, filePathOf(uri))) };
    }),
  );
}

function knownLanguage(language: string): Language {
  return LANGUAGES.find((one) => one === language) ?? 'en';
}
