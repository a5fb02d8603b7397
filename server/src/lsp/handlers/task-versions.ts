import { taskVersionsMethod, type TaskVersionsParams, type TaskVersionsResult } from '../../protocol/index.js';
import { versionsOf } from '../convert/to-task-versions.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexedFile } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the tasks of a page in all its languages to our client. */
export const taskVersions: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(taskVersionsMethod, ({ uri }: TaskVersionsParams, token) =>
    runSafe<TaskVersionsResult>('task versions', session, token, null, async () => {
      const isEnabled = (await session.snapshot(uri, token))?.isEnabled === true;
      const found = isEnabled ? await indexedFile(session, uri, token) : undefined;
      return found === undefined ? null : versionsOf(session, found.path);
    }),
  );
}
