import { nameWithoutLinks, offeredTasks, taskIdsOf } from '../../core/index.js';
import {
  knownTasksMethod,
  type KnownTasksParams,
  type KnownTasksResult,
  type OfferedTask,
} from '../../protocol/index.js';
import { filePathOf } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';
import { openPage } from '../session/open-page.js';

const NONE: KnownTasksResult = { tasks: [], onPage: [] };

/** Returns the tasks that a new row can contain to our client. */
export const knownTasks: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(knownTasksMethod, ({ uri }: KnownTasksParams, token) =>
    runSafe<KnownTasksResult>('known tasks', session, token, NONE, async () => {
      await workspaceIndexed(session, token);
      const page = await openPage(session, uri, token);
      if (page === undefined) return NONE;
      const tasks = offeredTasks(page.playbook, { index: session.workspace.index, path: filePathOf(uri) });
      return { tasks: tasks.map(withShownName), onPage: taskIdsOf(page.playbook) };
    }),
  );
}

function withShownName(task: OfferedTask): OfferedTask {
  const shownName = nameWithoutLinks(task.name ?? '');
  return shownName === (task.name ?? '') ? task : { ...task, shownName };
}
