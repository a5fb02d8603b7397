import { LANGUAGES, newPage as textOfPage } from '../../core/index.js';
import { newPageMethod, type NewPageParams, type NewPageResult } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { vocabularyAt } from '../session/open-page.js';
import { runSafe } from '../session/run-safe.js';

/** Writes a new page that authors would otherwise copy from another page. */
export const newPage: Feature = { register };

function register({ session, today }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(newPageMethod, ({ language, uri, ...page }: NewPageParams, token) =>
    runSafe<NewPageResult>('new page', session, token, { text: '' }, async () => {
      const known = LANGUAGES.find((one) => one === language) ?? 'en';
      return { text: textOfPage({ ...page, language: known }, await vocabularyAt(session, uri), today()) };
    }),
  );
}
