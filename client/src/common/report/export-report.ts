import { ProgressLocation, Uri, window } from 'vscode';
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
import { descriptionOf, fileNameOf, reportKinds, titleOf } from './report-names';
import { defineTexts } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('export-report', {
  exporting: { text: 'Exporting {report}', note: '{report} is the title of a report.' },
  failed: 'The report could not be exported: {reason}',
  whichReport: 'Which report?',
  whichFormat: 'Which file format?',
  saveTitle: { text: 'Export {report}', note: 'The title of a dialog. {report} is the title of a report.' },
});

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
      { location: ProgressLocation.Window, title: texts.exporting({ report: titleOf(kind) }) },
      () => server.request<ExportReportResult>(exportReportMethod, { kind, format } satisfies ExportReportParams),
    );
    if (content === null) {
      void window.showWarningMessage(sharedTexts.noFolder);
      return;
    }
    await writeFile(target, { base64: content.base64, isText: format === 'csv' });
  } catch (error) {
    void window.showErrorMessage(texts.failed({ reason: messageOf(error) }));
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
  return (await window.showQuickPick(items, { placeHolder: texts.whichReport }))?.report;
}

async function pickFormat(): Promise<ReportFormat | undefined> {
  const items: { readonly label: string; readonly description: string; readonly format: ReportFormat }[] = [
    { label: sharedTexts.excelWorkbook, description: '.xlsx', format: 'xlsx' },
    { label: 'CSV', description: '.csv', format: 'csv' },
  ];
  return (await window.showQuickPick(items, { placeHolder: texts.whichFormat }))?.format;
}

function pickTarget(kind: ReportKind, format: ReportFormat): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    title: texts.saveTitle({ report: titleOf(kind) }),
    filters: format === 'csv' ? { CSV: ['csv'] } : { [sharedTexts.excelWorkbook]: ['xlsx'] },
    ...targetNamed(`${fileNameOf(kind)}.${format}`),
  });
}
