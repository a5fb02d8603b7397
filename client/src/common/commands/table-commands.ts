import { commands, type Disposable } from 'vscode';
import type { EditCommand } from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { editHere } from './edit-request';

/** The commands that work on the selection without asking anything. */
const TABLE_COMMANDS: Readonly<Record<string, EditCommand>> = {
  'playbook.alignTable': { command: 'alignTable' },
  'playbook.alignAllTables': { command: 'alignTable', args: { all: true } },
  'playbook.compactTable': { command: 'compactTable' },
  'playbook.compactAllTables': { command: 'compactTable', args: { all: true } },
  'playbook.sortTasks': { command: 'sortTasks' },
  'playbook.moveTaskUp': { command: 'moveRowUp' },
  'playbook.moveTaskDown': { command: 'moveRowDown' },
  'playbook.deleteTask': { command: 'deleteRow' },
  'playbook.toggleMandatory': { command: 'toggleMandatory' },
  'playbook.escapePipe': { command: 'escapePipe' },
  'playbook.updateDate': { command: 'updateDate' },
};

export function registerTableCommands(server: ServerLifecycle): Disposable[] {
  return Object.entries(TABLE_COMMANDS).map(([id, command]) =>
    commands.registerCommand(id, () => editHere(server, command)),
  );
}
