import { commands, window, type CancellationToken } from 'vscode';
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
import { defineTexts } from '../texts';
import { messageOf } from '../report/message-of';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('commands/check-workspace', {
  checking: { text: 'Checking playbooks', note: 'Shown with the progress.' },
  failed: 'The workspace could not be checked: {reason}',
  noPlaybooks:
    'No playbooks to check. Pages that the configuration ignores, or for which the setting playbook.enable is off, are not included.',
  noProblems: '{files, plural, one {# playbook checked: no problems.} other {# playbooks checked: no problems.}}',
  problems: {
    text: '{files, plural, one {# playbook checked} other {# playbooks checked}}: {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {infos, plural, other {# info}}.',
    note: 'Errors, warnings and infos are the severities of problems.',
  },
});

/**
 * Checks all playbooks in the workspace, shows their problems in the Problems panel, and reports how many there are.
 */
export async function checkWorkspace(server: ServerLifecycle, problems: WorkspaceProblems): Promise<void> {
  problems.askForAll();
  const counts = await withPageProgress(texts.checking, (token, onProgress) =>
    checkedPages(server, problems, token, onProgress),
  ).then(undefined, (error: unknown) => {
    void window.showErrorMessage(texts.failed({ reason: messageOf(error) }));
    return 'cancelled' as const;
  });
  if (counts === 'cancelled') return;
  if (counts === null) void window.showWarningMessage(sharedTexts.noFolder);
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

async function showCounts({ files, errors, warnings, infos }: WorkspaceCounts): Promise<void> {
  if (files + errors + warnings + infos === 0) {
    void window.showInformationMessage(texts.noPlaybooks);
    return;
  }
  if (errors + warnings + infos === 0) {
    void window.showInformationMessage(texts.noProblems({ files }));
    return;
  }
  const choice = await window.showInformationMessage(
    texts.problems({ files, errors, warnings, infos }),
    sharedTexts.showProblems,
  );
  if (choice === sharedTexts.showProblems) await commands.executeCommand('workbench.actions.view.problems');
}
