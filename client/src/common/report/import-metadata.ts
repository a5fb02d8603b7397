import { commands, l10n, ProgressLocation, Uri, window, workspace, type LogOutputChannel } from 'vscode';
import { planMetadataEditMethod, type MetadataEditPlan, type PlanMetadataEditParams, type PlanMetadataEditResult } from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { toBase64 } from './base64';
import { messageOf } from './message-of';
import { applyChanges, changedFiles } from './metadata-changes';
import { noWorkspaceText } from './report-names';

/** More than the server reads; nobody has to wait for it to say so. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Applies an edited report on front matter to the playbooks. VS Code's refactor preview shows it first, and nothing is
 * written before somebody agrees. Says whether anything was.
 */
export async function importMetadata(server: ServerLifecycle, log: LogOutputChannel, argument: unknown): Promise<boolean> {
  const file = argument instanceof Uri ? argument : await pickFile();
  if (file === undefined) return false;
  try {
    const plan = await planFor(server, file);
    if (plan !== null) return await carryOut(plan, file, log);
    void window.showWarningMessage(noWorkspaceText());
  } catch (error) {
    log.error(`${file.toString(true)}:`, error);
    void tell(window.showErrorMessage, l10n.t('The front matter could not be applied: {0}', messageOf(error)));
  }
  return false;
}

async function pickFile(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Apply Edited Front Matter'),
      openLabel: l10n.t('Preview Changes'),
      filters: { [l10n.t('Tables')]: ['xlsx', 'csv', 'tsv', 'txt'] },
      ...(folder && { defaultUri: folder }),
    })) ?? [];
  return file;
}

function planFor(server: ServerLifecycle, file: Uri): Thenable<PlanMetadataEditResult> {
  return window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Comparing {0} with the playbooks', nameOf(file)) }, async () => {
    const { size } = await workspace.fs.stat(file);
    if (size > MOST_BYTES) throw new Error(l10n.t('The file is larger than 16 MB'));
    const base64 = toBase64(await workspace.fs.readFile(file));
    return server.request<PlanMetadataEditResult>(planMetadataEditMethod, { fileName: nameOf(file), base64 } satisfies PlanMetadataEditParams);
  });
}

async function carryOut(plan: MetadataEditPlan, file: Uri, log: LogOutputChannel): Promise<boolean> {
  logPlan(plan, file, log);
  const { changes, problems } = plan;
  if (problems.length > 0) void tell(window.showWarningMessage, problemsText(plan));
  if (changes.length === 0) {
    if (problems.length === 0) void window.showInformationMessage(l10n.t('Nothing to apply: the playbooks already say what {0} says.', nameOf(file)));
    return false;
  }
  const result = await applyChanges(changes);
  if (result.kind === 'outdated') void window.showWarningMessage(l10n.t('Nothing was applied: {0} has changed in the meantime. Try again.', result.file));
  if (result.kind === 'discarded') void window.showInformationMessage(l10n.t('Nothing was applied.'));
  if (result.kind !== 'applied') return false;
  log.info(`${nameOf(file)}: ${result.values} values in ${result.files} playbooks changed.`);
  void window.showInformationMessage(l10n.t('Front matter applied. Values changed: {0}, in playbooks: {1}.', result.values, result.files));
  return true;
}

/** What can not be applied, and what goes on all the same. */
function problemsText({ problems: [first, ...others], changes }: MetadataEditPlan): string {
  const what = first === undefined ? '' : l10n.t('Row {0}: {1}.', first.row, first.message);
  const more = others.length === 0 ? '' : ` ${l10n.t('More problems: {0}.', others.length)}`;
  const rest = changes.length === 0 ? l10n.t('Nothing is applied.') : l10n.t('The rest is in the preview.');
  return `${what}${more} ${rest}`;
}

/** Shows a message with a way to the log. */
async function tell(show: (message: string, ...items: string[]) => Thenable<string | undefined>, message: string): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await show(message, showLog)) === showLog) await commands.executeCommand('playbook.showLog');
}

function logPlan({ changes, problems }: MetadataEditPlan, file: Uri, log: LogOutputChannel): void {
  const files = changedFiles(changes).length;
  log.info(`${file.toString(true)}: ${changes.length} values in ${files} playbooks differ, ${problems.length} problems.`);
  for (const { row, file: page, message } of problems) log.warn(`Row ${row}${page === undefined ? '' : `, ${page}`}: ${message}`);
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
