import { l10n, ProgressLocation, Uri, window } from 'vscode';
import {
  exportReportMethod,
  type ExportReportParams,
  type ExportReportResult,
  type ReportFormat,
  type ReportKind,
} from '../../../../server/src/protocol';
import { targetNamed, writeFile } from '../files/written-file';
import type { ServerLifecycle } from '../server-lifecycle';
import { isReportKind } from '../../../webviews/report/protocol/messages';
import { messageOf } from './message-of';
import { descriptionOf, fileNameOf, noWorkspaceText, reportKinds, titleOf } from './report-names';

/** What is known before the author is asked. */
export interface ExportRequest {
  readonly kind?: ReportKind | undefined;
  readonly format?: ReportFormat | undefined;
  readonly target?: Uri | undefined;
}

/** Writes a report to a file, and asks for what `request` doesn't specify. */
export async function exportReport(server: ServerLifecycle, request: ExportRequest): Promise<void> {
  const kind = request.kind ?? (await pickKind());
  const format = kind && (request.format ?? (await pickFormat()));
  const target = kind && format && (request.target ?? (await pickTarget(kind, format)));
  if (!kind || !format || !target) return;
  try {
    const content = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Exporting {0}', titleOf(kind)) },
      () => server.request<ExportReportResult>(exportReportMethod, { kind, format } satisfies ExportReportParams),
    );
    if (content === null) {
      void window.showWarningMessage(noWorkspaceText());
      return;
    }
    await writeFile(target, { base64: content.base64, isText: format === 'csv' });
  } catch (error) {
    void window.showErrorMessage(l10n.t('The report could not be exported: {0}', messageOf(error)));
  }
}

/** Parses the argument of the command, which can be anything. */
export function exportRequestOf(argument: unknown): ExportRequest {
  if (typeof argument !== 'object' || argument === null) return {};
  const { kind, format, target } = argument as {
    readonly kind?: unknown;
    readonly format?: unknown;
    readonly target?: unknown;
  };
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
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which file format?') }))?.format;
}

function pickTarget(kind: ReportKind, format: ReportFormat): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    title: l10n.t('Export {0}', titleOf(kind)),
    filters: format === 'csv' ? { CSV: ['csv'] } : { [l10n.t('Excel workbook')]: ['xlsx'] },
    ...targetNamed(`${fileNameOf(kind)}.${format}`),
  });
}
