import { commands, type Disposable } from 'vscode';
import type { ServerLifecycle } from '../server-lifecycle';
import { addRefreshRow } from './add-refresh-row';
import { fixWorkspace } from './fix-workspace';
import { insertStep } from './insert-step';
import { insertTaskRow } from './insert-task-row';
import { insertTaskTable } from './insert-task-table';
import { newPlaybook } from './new-playbook';
import { registerPasteProvider } from './paste-provider';
import { pasteTaskRows } from './paste-task-rows';
import { registerShowConfiguration } from './show-configuration';
import { registerTableCommands } from './table-commands';

/** The writing commands. Each has an argument, so that key bindings can skip the questions. */
export function registerWritingCommands(server: ServerLifecycle): Disposable[] {
  const all: Readonly<Record<string, (server: ServerLifecycle, argument?: unknown) => Promise<void>>> = {
    'playbook.insertTaskRow': insertTaskRow,
    'playbook.insertTaskTable': insertTaskTable,
    'playbook.insertStep': insertStep,
    'playbook.addRefreshRow': addRefreshRow,
    'playbook.pasteTaskRows': pasteTaskRows,
    'playbook.newPlaybook': newPlaybook,
    'playbook.fixWorkspace': fixWorkspace,
  };
  return [
    ...Object.entries(all).map(([id, run]) =>
      commands.registerCommand(id, (argument?: unknown) => run(server, argument)),
    ),
    ...registerTableCommands(server),
    ...registerPasteProvider(server),
    ...registerShowConfiguration(server),
  ];
}
