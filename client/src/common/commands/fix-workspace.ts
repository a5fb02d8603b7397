import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import {
  fixWorkspaceMethod,
  type FixedPage,
  type FixWorkspaceParams,
  type FixWorkspaceResult,
} from '../../../../server/src/protocol';
import { applyReviewed, applyUnseen, type Change } from '../changes/apply-changes';
import type { ServerLifecycle } from '../server-lifecycle';
import { objectOf } from './command-arguments';
import { reported } from './reported';

let runs = 0;

/**
 * Applies all safe fixes in all playbooks after the author has reviewed them. With `{ "preview": false }`, they are
 * applied immediately. With `{ "ruleId": … }`, only the fixes of that rule are applied.
 */
export async function fixWorkspace(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const pages = await reported(async () => requestFixes(server, objectOf(argument)?.['ruleId']));
  if (pages === undefined || pages === 'cancelled') return;
  if (pages === null)
    void window.showWarningMessage(l10n.t('No folder is open. Open the folder that contains your playbooks.'));
  else if (pages.length === 0) void window.showInformationMessage(l10n.t('No problem in any playbook has a safe fix.'));
  else await apply(pages, objectOf(argument)?.['preview'] !== false);
}

function requestFixes(server: ServerLifecycle, ruleId: unknown): Thenable<FixWorkspaceResult | 'cancelled'> {
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Fixing playbooks') },
    async (progress, token) => {
      const workDoneToken = `playbook.fixWorkspace.${++runs}`;
      let percentage = 0;
      const listening = server.onProgress(workDoneToken, (report) => {
        progress.report({
          increment: (report.percentage ?? 0) - percentage,
          ...(report.message !== undefined && { message: report.message }),
        });
        percentage = report.percentage ?? percentage;
      });
      try {
        const pages = await server.request<FixWorkspaceResult>(
          fixWorkspaceMethod,
          { workDoneToken, ...(typeof ruleId === 'string' && { ruleId }) } satisfies FixWorkspaceParams,
          token,
        );
        return token.isCancellationRequested ? 'cancelled' : pages;
      } catch (error) {
        if (token.isCancellationRequested) return 'cancelled';
        throw error;
      } finally {
        listening.dispose();
      }
    },
  );
}

async function apply(pages: readonly FixedPage[], hasPreview: boolean): Promise<void> {
  const changes = pages.flatMap(changesIn);
  const result = await (hasPreview ? applyReviewed(changes) : applyUnseen(changes));
  if (result.kind === 'outdated')
    void window.showWarningMessage(
      l10n.t('Nothing was fixed because {0} changed. Try again.', workspace.asRelativePath(Uri.parse(result.uri))),
    );
}

function changesIn({ uri, version, edits, fixed }: FixedPage): Change[] {
  const label = l10n.t('Problems fixed on this page: {0}', fixed);
  return edits.map((edit) => ({ uri, version, label, ...edit }));
}
