import { refreshDraft as draftOf } from '../../core/index.js';
import { refreshDraftMethod, type RefreshDraftParams, type RefreshDraftResult } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { openPlaybook } from '../session/open-page.js';
import { runSafe } from '../session/run-safe.js';

/** Drafts a line about the changed tasks of a page, for its refresh log. */
export const refreshDraft: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(refreshDraftMethod, ({ uri, before }: RefreshDraftParams, token) =>
    runSafe<RefreshDraftResult>('refresh draft', session, token, { text: '' }, async () => {
      const playbook = await openPlaybook(session, uri, token);
      return { text: playbook === undefined ? '' : draftOf(playbook, before) };
    }),
  );
}
