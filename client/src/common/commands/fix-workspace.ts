import { l10n, Uri, window, workspace } from 'vscode';
import {
  fixWorkspaceMethod,
  type FixedPage,
  type FixWorkspaceParams,
  type FixWorkspaceResult,
} from '../../../../server/src/protocol';
import { applyReviewed, applyUnseen, type Change } from '../changes/apply-changes';
import type { ServerLifecycle } from '../server-lifecycle';
import { objectOf } from './command-arguments';
import { withPageProgress } from './page-progress';
import { reported } from './reported';

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
  const params: FixWorkspaceParams = typeof ruleId === 'string' ? { ruleId } : {};
  return withPageProgress(l10n.t('Fixing playbooks'), (token, onProgress) =>
    server.requestAboutPages<FixWorkspaceResult>(fixWorkspaceMethod, params, token, onProgress),
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
