import { rowOffers as offersFor } from '../../core/index.js';
import { rowOffersMethod, type RowOffersParams, type RowOffersResult } from '../../protocol/index.js';
import { filePathOf } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { openPlaybook } from '../session/open-page.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the known tasks for the ID cell of a row to our client, for the task preview. */
export const rowOffers: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(rowOffersMethod, ({ uri, typed, ownId }: RowOffersParams, token) =>
    runSafe<RowOffersResult>('row offers', session, token, [], async () => {
      await workspaceIndexed(session, token);
      const playbook = await openPlaybook(session, uri, token);
      if (playbook === undefined) return [];
      return offersFor(playbook, { index: session.workspace.index, path: filePathOf(uri) }, typed, ownId);
    }),
  );
}
