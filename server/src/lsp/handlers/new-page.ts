import { LANGUAGES, newPage, refreshDraft } from '../../core/index.js';
import {
  newPageMethod,
  refreshDraftMethod,
  type NewPageParams,
  type NewPageResult,
  type RefreshDraftParams,
  type RefreshDraftResult,
} from '../../protocol/index.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { openPlaybook, vocabularyAt } from '../session/open-page.js';

/** Writes text that authors would otherwise copy from another page. `today`: the date, `YYYY-MM-DD`. */
export function registerNewPage(session: Session, today: () => string): void {
  const { connection } = session;
  connection.onRequest(newPageMethod, ({ language, uri, ...page }: NewPageParams, token) =>
    runSafe<NewPageResult>('new page', connection.console, token, { text: '' }, async () => {
      const known = LANGUAGES.find((one) => one === language) ?? 'en';
      return { text: newPage({ ...page, language: known }, await vocabularyAt(session, uri), today()) };
    }),
  );
  connection.onRequest(refreshDraftMethod, ({ uri, before }: RefreshDraftParams, token) =>
    runSafe<RefreshDraftResult>('refresh draft', connection.console, token, { text: '' }, async () => {
      const playbook = await openPlaybook(session, uri, token);
      return { text: playbook === undefined ? '' : refreshDraft(playbook, before) };
    }),
  );
}
