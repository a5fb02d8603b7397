import { ProgressLocation, Uri, window, type LogOutputChannel } from 'vscode';
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
import { defineTexts } from '../texts';
import { importTexts } from '../changes/import-texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('import-tasks', {
  cell: {
    text: '{taskId}, {column}',
    note: 'The label of a change in the refactor preview of VS Code: a task ID and the title of a column.',
  },
  pickTitle: { text: 'Apply Edited Tasks', note: 'The title of a dialog that opens a file.' },
  pageGone: 'Nothing was applied because the page no longer exists.',
  failed: 'The tasks could not be applied: {reason}',
  applied:
    '{playbooks, plural, one {{cells, plural, one {Tasks applied: # cell changed in 1 playbook.} other {Tasks applied: # cells changed in 1 playbook.}}} other {Tasks applied: {cells, number} cells changed in # playbooks.}}',
});

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
  const file = given ?? (await pickSheetFile(texts.pickTitle));
  if (file === undefined) return undefined;
  // The server knows only open pages, and the editor of this page may have been closed.
  if (uri !== null && (await documentOf(Uri.parse(uri))) === undefined) return texts.pageGone;
  try {
    const plan = await planFor(server, file, uri);
    if (plan === null) return sharedTexts.noFolder;
    return await carryOut(plan, file, log);
  } catch (error) {
    log.error(`${file.toString(true)}:`, error);
    void showWithLogButton(window.showErrorMessage, texts.failed({ reason: messageOf(error) }));
    return importTexts.nothingApplied;
  }
}

function planFor(server: ServerLifecycle, file: Uri, uri: string | null): Thenable<PlanTaskEditResult> {
  return window.withProgress(
    { location: ProgressLocation.Window, title: importTexts.comparing({ file: nameOf(file) }) },
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
    return plan.problems.length > 0 ? importTexts.nothingApplied : importTexts.unchanged({ file: nameOf(file) });
  const result = await applyReviewed(changes);
  switch (result.kind) {
    case 'outdated':
      return importTexts.outdated({
        page: plan.changes.find(({ uri }) => uri === result.uri)?.file ?? result.uri,
      });
    case 'discarded':
      return importTexts.nothingApplied;
    case 'applied':
      log.info(`${nameOf(file)}: ${result.changes} cells in ${result.files} playbooks changed.`);
      return texts.applied({ cells: result.changes, playbooks: result.files });
  }
}

/** In the refactor preview: `4302, Task Name`. */
function labelled({ taskId, label, file, ...change }: TaskCellChange): Change {
  return { ...change, label: taskId === '' ? label : texts.cell({ taskId, column: label }), description: file };
}
