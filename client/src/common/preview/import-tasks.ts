import { l10n, ProgressLocation, Uri, window, type LogOutputChannel } from 'vscode';
import {
  planTaskEditMethod,
  type PlanTaskEditParams,
  type PlanTaskEditResult,
  type TaskCellChange,
  type TaskEditPlan,
} from '../../../../server/src/protocol';
import { applyReviewed, changedFiles, type Change } from '../changes/apply-changes';
import { showProblems, showWithLogButton } from '../changes/plan-problems';
import { documentOf, nameOf } from '../documents';
import { pickSheetFile, readSheetFile } from '../files/sheet-file';
import { messageOf } from '../report/message-of';
import type { ServerLifecycle } from '../server-lifecycle';
import { FOR_INFORMATION } from '../../../webviews/preview/columns';

export interface TaskImport {
  /** The file with the edited tasks. If it is missing, the author is asked. */
  readonly file?: Uri;
  /** An open page, for rows that don't name a file; `null`: each row must name its file. */
  readonly uri: string | null;
}

/**
 * Applies an edited table of tasks to the playbooks. VS Code's refactor preview shows the changes first, and nothing is
 * written until somebody accepts them. Returns a message for the author; `undefined` if the author canceled.
 */
export async function importTasks(
  server: ServerLifecycle,
  log: LogOutputChannel,
  { file: given, uri }: TaskImport,
): Promise<string | undefined> {
  const file = given ?? (await pickSheetFile(l10n.t('Apply Edited Tasks')));
  if (file === undefined) return undefined;
  // The server knows only open pages, and the editor of this page may have been closed.
  if (uri !== null && (await documentOf(Uri.parse(uri))) === undefined)
    return l10n.t('Nothing was applied because the page no longer exists.');
  try {
    const plan = await planFor(server, file, uri);
    if (plan === null) return l10n.t('No folder is open. Open the folder that contains your playbooks.');
    return await carryOut(plan, file, log);
  } catch (error) {
    log.error(`${file.toString(true)}:`, error);
    void showWithLogButton(window.showErrorMessage, l10n.t('The tasks could not be applied: {0}', messageOf(error)));
    return l10n.t('Nothing was applied.');
  }
}

function planFor(server: ServerLifecycle, file: Uri, uri: string | null): Thenable<PlanTaskEditResult> {
  return window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Comparing {0} with the playbooks', nameOf(file)) },
    async () =>
      server.request<PlanTaskEditResult>(planTaskEditMethod, {
        ...(await readSheetFile(file)),
        uri,
        forInformation: FOR_INFORMATION,
      } satisfies PlanTaskEditParams),
  );
}

async function carryOut(plan: TaskEditPlan, file: Uri, log: LogOutputChannel): Promise<string> {
  const changes = plan.changes.map(labelled);
  log.info(
    `${file.toString(true)}: ${changes.length} cells in ${changedFiles(changes).length} playbooks differ, ${plan.problems.length} problems.`,
  );
  showProblems(plan, log);
  if (changes.length === 0)
    return plan.problems.length > 0
      ? l10n.t('Nothing was applied.')
      : l10n.t('Nothing to apply: {0} has no changes.', nameOf(file));
  const result = await applyReviewed(changes);
  switch (result.kind) {
    case 'outdated':
      return l10n.t(
        'Nothing was applied because {0} changed. Try again.',
        plan.changes.find(({ uri }) => uri === result.uri)?.file ?? result.uri,
      );
    case 'discarded':
      return l10n.t('Nothing was applied.');
    case 'applied':
      log.info(`${nameOf(file)}: ${result.changes} cells in ${result.files} playbooks changed.`);
      return l10n.t('Tasks applied. Changed cells: {0}, changed playbooks: {1}.', result.changes, result.files);
  }
}

/** In the refactor preview: `4302, Task Name`. */
function labelled({ taskId, label, file, ...change }: TaskCellChange): Change {
  return { ...change, label: taskId === '' ? label : `${taskId}, ${label}`, description: file };
}
