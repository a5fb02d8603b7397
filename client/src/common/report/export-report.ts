import { commands, env, l10n, ProgressLocation, UIKind, Uri, window, workspace } from 'vscode';
import { exportReportMethod, type ExportReportParams, type ExportReportResult, type ReportFormat, type ReportKind } from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { fromBase64 } from './base64';
import { isReportKind } from './messages';
import { messageOf } from './message-of';
import { descriptionOf, fileNameOf, noWorkspaceText, reportKinds, titleOf } from './report-names';

/** What is known before anybody is asked. */
export interface ExportRequest {
  readonly kind?: ReportKind | undefined;
  readonly format?: ReportFormat | undefined;
  readonly target?: Uri | undefined;
}

/** Writes a report to a file; asks for what `request` leaves open. */
export async function exportReport(server: ServerLifecycle, request: ExportRequest): Promise<void> {
  const kind = request.kind ?? (await pickKind());
  const format = kind && (request.format ?? (await pickFormat()));
  const target = kind && format && (request.target ?? (await pickTarget(kind, format)));
  if (!kind || !format || !target) return;
  try {
    const content = await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Exporting {0}', titleOf(kind)) }, () =>
      server.request<ExportReportResult>(exportReportMethod, { kind, format } satisfies ExportReportParams),
    );
    if (content === null) {
      void window.showWarningMessage(noWorkspaceText());
      return;
    }
    await workspace.fs.writeFile(target, fromBase64(content.base64));
    void offerToOpen(target, format);
  } catch (error) {
    void window.showErrorMessage(l10n.t('The report could not be exported: {0}', messageOf(error)));
  }
}

/** Reads what a command was called with, which may be anything. */
export function exportRequestOf(argument: unknown): ExportRequest {
  if (typeof argument !== 'object' || argument === null) return {};
  const { kind, format, target } = argument as { readonly kind?: unknown; readonly format?: unknown; readonly target?: unknown };
  return {
    kind: isReportKind(kind) ? kind : undefined,
    format: format === 'csv' || format === 'xlsx' ? format : undefined,
    target: target instanceof Uri ? target : undefined,
  };
}

async function pickKind(): Promise<ReportKind | undefined> {
  const items = reportKinds.map((kind) => ({ label: titleOf(kind), detail: descriptionOf(kind), report: kind }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which report?') }))?.report;
}

async function pickFormat(): Promise<ReportFormat | undefined> {
  const items: { readonly label: string; readonly description: string; readonly format: ReportFormat }[] = [
    { label: l10n.t('Excel workbook'), description: '.xlsx', format: 'xlsx' },
    { label: 'CSV', description: '.csv', format: 'csv' },
  ];
  return (await window.showQuickPick(items, { placeHolder: l10n.t('As which kind of file?') }))?.format;
}

function pickTarget(kind: ReportKind, format: ReportFormat): Thenable<Uri | undefined> {
  const name = `${fileNameOf(kind)}.${format}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t('Export {0}', titleOf(kind)),
    filters: format === 'csv' ? { CSV: ['csv'] } : { [l10n.t('Excel workbook')]: ['xlsx'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
}

/** With the program that the system has for such files; where VS Code runs elsewhere, in an editor if it can show it. */
async function offerToOpen(file: Uri, format: ReportFormat): Promise<void> {
  const isHere = file.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  const open = l10n.t('Open');
  const choice = await window.showInformationMessage(l10n.t('{0} is written.', nameOf(file)), ...(isHere || format === 'csv' ? [open] : []));
  if (choice !== open) return;
  if (isHere) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
