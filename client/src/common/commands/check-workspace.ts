import { commands, l10n, ProgressLocation, window } from 'vscode';
import {
  checkWorkspaceMethod,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  type WorkspaceCounts,
} from '../../../../server/src/protocol';
import type { WorkspaceProblems } from '../problems/workspace-problems';
import type { ServerLifecycle } from '../server-lifecycle';

let runs = 0;

/**
 * Checks all playbooks in the workspace, shows their problems in the Problems panel, and reports how many there are.
 */
export async function checkWorkspace(server: ServerLifecycle, problems: WorkspaceProblems): Promise<void> {
  problems.askForAll();
  const counts = await window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Checking playbooks') },
    async (progress, token) => {
      const workDoneToken = `playbook.checkWorkspace.${++runs}`;
      let percentage = 0;
      const listening = server.onProgress(workDoneToken, (report) => {
        progress.report({
          increment: (report.percentage ?? 0) - percentage,
          ...(report.message !== undefined && { message: report.message }),
        });
        percentage = report.percentage ?? percentage;
      });
      try {
        const result = await server.request<CheckWorkspaceResult>(
          checkWorkspaceMethod,
          { workDoneToken } satisfies CheckWorkspaceParams,
          token,
        );
        if (token.isCancellationRequested) return 'cancelled';
        return result && { files: result.files, ...(await problems.countsOnce(result)) };
      } catch (error) {
        if (!token.isCancellationRequested)
          void window.showErrorMessage(
            l10n.t('The workspace could not be checked: {0}', error instanceof Error ? error.message : String(error)),
          );
        return 'cancelled';
      } finally {
        listening.dispose();
      }
    },
  );
  if (counts === 'cancelled') return;
  if (counts === null)
    void window.showWarningMessage(l10n.t('No folder is open. Open the folder that contains your playbooks.'));
  // Callers don't have to wait until somebody has read the message.
  else void showCounts(counts);
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
