import { commands, Uri, type Disposable, type LogOutputChannel } from 'vscode';
import type { ServerLifecycle } from '../server-lifecycle';
import { taskExportOf } from './export-tasks';
import { PreviewPanels, type PreviewedPages } from './preview-panels';

/** The commands of the task preview. */
export function registerPreviewCommands(
  extensionUri: Uri,
  server: ServerLifecycle,
  pages: PreviewedPages,
  log: LogOutputChannel,
): Disposable[] {
  const panels = new PreviewPanels(extensionUri, server, pages, log);
  return [
    panels,
    commands.registerCommand('playbook.openTaskPreview', () => panels.show()),
    commands.registerCommand('playbook.openWorkspaceTasks', () => panels.showWorkspace()),
    commands.registerCommand('playbook.toggleTaskPreviewLock', () => panels.active?.toggleLock()),
    commands.registerCommand('playbook.exportTasks', (argument?: unknown) =>
      panels.active?.export(taskExportOf(argument)),
    ),
    commands.registerCommand('playbook.importTasks', (argument?: unknown) =>
      panels.active?.import(argument instanceof Uri ? argument : undefined),
    ),
  ];
}
