import { workspaceReadMethod } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';

/** Answers our client as soon as the workspace has been read. */
export const workspaceRead: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(workspaceReadMethod, (_: object, token) =>
    runSafe('workspace read', session, token, false, () => workspaceIndexed(session, token)),
  );
}
