import {
  filesInTaskSheet,
  parsePlaybook,
  planTaskEdit,
  type Playbook,
  type Sheet,
  type TaskEditPlan,
} from '../core/index.js';
import { uriOf } from './file-uris.js';
import type { IsCancelled } from './cancelled.js';
import { ShownPaths, shownName } from './shown-paths.js';
import type { Workspace } from './workspace.js';

/** The plan of a bulk edit of tasks, and the pages that it was planned for. */
export interface TasksPlan extends TaskEditPlan {
  /** By their paths in the plan. */
  readonly pages: ReadonlyMap<string, Playbook>;
}

/** How edited tasks are planned. */
export interface TaskEditOptions {
  /** The columns that are only for information, so their cells are not applied. */
  readonly forInformation: readonly string[];
  readonly isCancelled?: IsCancelled;
}

/**
 * Plans the changes that give the tasks of the workspace the cells in `sheet`. Rows without a file apply to `own`, an
 * open page. Nothing is changed. `undefined` if there is neither such a page nor a workspace. Throws `Cancelled` if the
 * request was canceled.
 */
export async function planForTasks(
  workspace: Workspace,
  sheet: Sheet,
  own: Playbook | undefined,
  { forInformation, isCancelled }: TaskEditOptions,
): Promise<TasksPlan | undefined> {
  const ownName = own && shownName(workspace, own.uri);
  const others = [...filesInTaskSheet(sheet)].filter((file) => file !== ownName);
  // To edit the tasks of a single page, there is no need to wait until all pages are read.
  const pages =
    others.length === 0 && own !== undefined
      ? new Map<string, Playbook>()
      : await pagesNamed(new Set(others), workspace, isCancelled);
  if (pages === undefined && own === undefined) return undefined;
  const all = new Map([
    ...(pages ?? []),
    ...(own === undefined || ownName === undefined ? [] : [[ownName, own] as const]),
  ]);
  return { ...planTaskEdit(sheet, all, { own: ownName, forInformation }), pages: all };
}

/** `undefined` without a workspace. */
async function pagesNamed(
  files: ReadonlySet<string>,
  workspace: Workspace,
  isCancelled: IsCancelled | undefined,
): Promise<ReadonlyMap<string, Playbook> | undefined> {
  if (!(await workspace.indexed())) return undefined;
  const paths = new ShownPaths(workspace.index.roots);
  const named = (await workspace.frontMatters(isCancelled)).filter(({ path }) => files.has(paths.shown(path)));
  return new Map(
    named.map(({ path, text, vocabulary }) => [
      paths.shown(path),
      parsePlaybook({ uri: uriOf(path), text }, vocabulary),
    ]),
  );
}
