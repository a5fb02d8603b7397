import {
  filesInTaskSheet,
  parsePlaybook,
  planTaskEdit,
  type Playbook,
  type Sheet,
  type TaskEditPlan,
} from '../core/index.js';
import { uriOf } from './file-uris.js';
import { ShownPaths, shownName } from './shown-paths.js';
import type { Workspace } from './workspace.js';

/** What a bulk edit of tasks would do, and the pages it was planned for. */
export interface TasksPlan extends TaskEditPlan {
  /** By the path that the plan has for them. */
  readonly pages: ReadonlyMap<string, Playbook>;
}

/**
 * What would give the tasks of the workspace the cells that `sheet` says; rows that name no file are about `own`, an open
 * page. Nothing is changed. `undefined` when there is neither such a page nor a workspace.
 */
export async function planForTasks(
  workspace: Workspace,
  sheet: Sheet,
  own: Playbook | undefined,
): Promise<TasksPlan | undefined> {
  const ownName = own && shownName(workspace, own.uri);
  const others = [...filesInTaskSheet(sheet)].filter((file) => file !== ownName);
  // Whoever edits the tasks of one page need not wait until all are read.
  const pages =
    others.length === 0 && own !== undefined
      ? new Map<string, Playbook>()
      : await pagesNamed(new Set(others), workspace);
  if (pages === undefined && own === undefined) return undefined;
  const all = new Map([
    ...(pages ?? []),
    ...(own === undefined || ownName === undefined ? [] : [[ownName, own] as const]),
  ]);
  return { ...planTaskEdit(sheet, all, ownName), pages: all };
}

/** `undefined` without a workspace. */
async function pagesNamed(
  files: ReadonlySet<string>,
  workspace: Workspace,
): Promise<ReadonlyMap<string, Playbook> | undefined> {
  if (!(await workspace.indexed())) return undefined;
  const paths = new ShownPaths(workspace.index.roots);
  const named = (await workspace.frontMatters()).filter(({ path }) => files.has(paths.shown(path)));
  return new Map(
    named.map(({ path, text, vocabulary }) => [
      paths.shown(path),
      parsePlaybook({ uri: uriOf(path), text }, vocabulary),
    ]),
  );
}
