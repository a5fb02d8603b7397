import { l10n, ProgressLocation, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { fixWorkspaceMethod, type FixedPage, type FixWorkspaceParams, type FixWorkspaceResult } from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { objectOf } from './command-arguments';
import { toRange } from './edit-request';
import { reported } from './reported';

let runs = 0;

/**
 * Makes every safe fix in every playbook, after the author has seen them all. `{ "preview": false }` makes them at once,
 * and with `{ "ruleId": … }` only those of one rule are made.
 */
export async function fixWorkspace(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const pages = await reported(async () => planned(server, objectOf(argument)?.['ruleId']));
  if (pages === undefined || pages === 'cancelled') return;
  if (pages === null) void window.showWarningMessage(l10n.t('There is no folder to fix. Open the folder with your playbooks first.'));
  else if (pages.length === 0) void window.showInformationMessage(l10n.t('No playbook has a problem with a safe fix.'));
  else await apply(pages, objectOf(argument)?.['preview'] !== false);
}

function planned(server: ServerLifecycle, ruleId: unknown): Thenable<FixWorkspaceResult | 'cancelled'> {
  return window.withProgress({ location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Fixing playbooks') }, async (progress, token) => {
    const workDoneToken = `playbook.fixWorkspace.${++runs}`;
    let percentage = 0;
    const listening = server.onProgress(workDoneToken, (report) => {
      progress.report({ increment: (report.percentage ?? 0) - percentage, ...(report.message !== undefined && { message: report.message }) });
      percentage = report.percentage ?? percentage;
    });
    try {
      const pages = await server.request<FixWorkspaceResult>(fixWorkspaceMethod, { workDoneToken, ...(typeof ruleId === 'string' && { ruleId }) } satisfies FixWorkspaceParams, token);
      return token.isCancellationRequested ? 'cancelled' : pages;
    } catch (error) {
      if (token.isCancellationRequested) return 'cancelled';
      throw error;
    } finally {
      listening.dispose();
    }
  });
}

async function apply(pages: readonly FixedPage[], hasPreview: boolean): Promise<void> {
  const outdated = await firstOutdated(pages);
  if (outdated !== undefined) {
    void window.showWarningMessage(l10n.t('Nothing was fixed: {0} has changed in the meantime. Try again.', workspace.asRelativePath(Uri.parse(outdated.uri))));
    return;
  }
  // As for a rename, VS Code then saves what it changed when that is more than one page, unless the setting files.refactoring.autoSave says no.
  await workspace.applyEdit(editFor(pages, hasPreview), { isRefactoring: true });
}

/** Parts that need confirmation come without their tick; so what needs it is a part that does nothing and is not shown. */
function editFor(pages: readonly FixedPage[], hasPreview: boolean): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const [first] = pages;
  if (hasPreview && first !== undefined) edit.createFile(Uri.parse(first.uri), { ignoreIfExists: true }, { needsConfirmation: true, label: l10n.t('Ask before writing') });
  for (const { uri, edits, fixed } of pages) {
    const label = l10n.t('Problems fixed in this page: {0}', fixed);
    for (const { range, newText } of edits) edit.replace(Uri.parse(uri), toRange(range), newText, { needsConfirmation: false, label });
  }
  return edit;
}

async function firstOutdated(pages: readonly FixedPage[]): Promise<FixedPage | undefined> {
  for (const page of pages) {
    const document = await workspace.openTextDocument(Uri.parse(page.uri));
    if (page.version !== null && document.version !== page.version) return page;
    if (page.edits.some(({ range, oldText }) => withLineFeeds(document.getText(toRange(range))) !== withLineFeeds(oldText))) return page;
  }
  return undefined;
}

/** A document in VS Code has one kind of line end, whatever the file has. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
