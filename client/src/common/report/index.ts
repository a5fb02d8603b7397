import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { ServerLifecycle } from '../server-lifecycle';
import { exportReport, exportRequestOf } from './export-report';
import { importMetadata } from './import-metadata';
import { ReportPanels } from './report-panels';

/** The report commands and their panels. */
export function registerReportCommands(
  extensionUri: Uri,
  server: ServerLifecycle,
  log: LogOutputChannel,
): Disposable[] {
  const panels = new ReportPanels(extensionUri, server, log);
  return [
    panels,
    commands.registerCommand('playbook.openTaskReport', () => panels.show('tasks')),
    commands.registerCommand('playbook.openTranslationReport', () => panels.show('translations')),
    commands.registerCommand('playbook.openMetadataReport', () => panels.show('metadata')),
    commands.registerCommand('playbook.exportReport', (argument?: unknown) =>
      exportReport(server, exportRequestOf(argument)),
    ),
    commands.registerCommand('playbook.importMetadata', async (argument?: unknown) => {
      if (await importMetadata(server, log, argument)) await panels.refresh('metadata');
    }),
  ];
}
