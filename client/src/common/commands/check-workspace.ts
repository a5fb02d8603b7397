import { commands, l10n, window, type CancellationToken } from 'vscode';
import {
  checkWorkspaceMethod,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  type PagesDone,
  type WorkspaceCounts,
} from '../../../../server/src/protocol';
import type { WorkspaceProblems } from '../problems/workspace-problems';
import type { ServerLifecycle } from '../server-lifecycle';
import { withPageProgress } from './page-progress';

/**
 * Checks all playbooks in the workspace, shows their problems in the Problems panel, and reports how many there are.
 */
export async function checkWorkspace(server: ServerLifecycle, problems: WorkspaceProblems): Promise<void> {
  problems.askForAll();
  const counts = await withPageProgress(l10n.t('Checking playbooks'), (token, onProgress) =>
    checkedPages(server, problems, token, onProgress),
  ).then(undefined, (error: unknown) => {
    void window.showErrorMessage(
      l10n.t('The workspace could not be checked: {0}', error instanceof Error ? error.message : String(error)),
    );
    return 'cancelled' as const;
  });
  if (counts === 'cancelled') return;
  if (counts === null)
    void window.showWarningMessage(l10n.t('No folder is open. Open the folder that contains your playbooks.'));
  // Callers don't have to wait until somebody has read the message.
  else void showCounts(counts);
}

async function checkedPages(
  server: ServerLifecycle,
  problems: WorkspaceProblems,
  token: CancellationToken,
  onProgress: (pages: PagesDone) => void,
): Promise<WorkspaceCounts | null> {
  const params: CheckWorkspaceParams = {};
  const result = await server.requestAboutPages<CheckWorkspaceResult>(checkWorkspaceMethod, params, token, onProgress);
  if (result === null || token.isCancellationRequested) return null;
  return { files: result.files, ...(await problems.countsOnce(result)) };
}

async function showCounts({ files, errors, warnings, notes }: WorkspaceCounts): Promise<void> {
  if (files + errors + warnings + notes === 0) {
    void window.showInformationMessage(
      l10n.t(
        'There are no playbooks to check. Pages that the configuration ignores, or for which the setting playbook.enable is off, are not included.',
      ),
    );
    return;
  }
  if (errors + warnings + notes === 0) {
    void window.showInformationMessage(l10n.t('{0} playbooks checked: no problems.', files));
    return;
  }
  const show = l10n.t('Show Problems');
  const choice = await window.showInformationMessage(
    l10n.t('{0} playbooks checked. Errors: {1}, warnings: {2}, notes: {3}.', files, errors, warnings, notes),
    show,
  );
  if (choice === show) await commands.executeCommand('workbench.actions.view.problems');
}
