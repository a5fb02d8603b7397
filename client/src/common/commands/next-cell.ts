import { commands, Position, Selection, window, type Disposable } from 'vscode';
import { nextCellMethod, type NextCellParams, type NextCellResult } from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';

/** The commands that go from cell to cell. No key is bound to them: Tab stays what it is until somebody binds it. */
export function registerCellCommands(server: ServerLifecycle): Disposable[] {
  return [
    commands.registerCommand('playbook.nextCell', () => goTo('next', server)),
    commands.registerCommand('playbook.previousCell', () => goTo('previous', server)),
  ];
}

/** Selects the text of the cell. At the end of the table, and where no server runs, the caret stays. */
async function goTo(direction: NextCellParams['direction'], server: ServerLifecycle): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { line, character } = editor.selection.active;
  const params: NextCellParams = { uri: editor.document.uri.toString(), position: { line, character }, direction };
  const range = await server.request<NextCellResult>(nextCellMethod, params).catch(() => null);
  if (range === null) return;
  editor.selection = new Selection(
    new Position(range.start.line, range.start.character),
    new Position(range.end.line, range.end.character),
  );
  editor.revealRange(editor.selection);
}
