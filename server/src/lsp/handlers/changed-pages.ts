import { changedPagesMethod, type ChangedPages } from '../../protocol/index.js';
import type { WorkspaceChange } from '../../workspace/index.js';
import { clientUri } from '../convert/places.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runAlone } from '../session/run-safe.js';
import type { Session } from '../session/session.js';

/** Tells our client which files changed, so that what it shows of the workspace is never older than the index. */
export const changedPages: Feature = { register };

function register({ session }: FeatureContext): void {
  const { client, connection, workspace } = session;
  if (!client.isOurs) return;
  let isComplete = false;
  workspace.onDidChange((change) => {
    const wasComplete = isComplete;
    isComplete = workspace.isIndexed;
    // Nothing could be shown before, and requests that came earlier include these pages.
    if (!wasComplete) return;
    const uris = urisOf(change, session);
    if (uris === undefined || uris?.length === 0) return;
    runAlone('changed pages', connection.console, () =>
      connection.sendNotification(changedPagesMethod, { uris } satisfies ChangedPages),
    );
  });
}

/** `null`: all pages; `undefined`: none. */
function urisOf(change: WorkspaceChange, session: Session): string[] | null | undefined {
  if (change.kind === 'configuration') return null;
  if (change.kind !== 'index') return undefined;
  const { added, changed, removed } = change.pages;
  return [...added, ...changed, ...removed].map((path) => clientUri(session, path));
}
