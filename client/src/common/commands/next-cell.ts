import { commands, Position, Selection, window, type Disposable } from 'vscode';
import { nextCellMethod, type NextCellParams, type NextCellResult } from '../../../../server/src/protocol';
import { logFailure } from '../log';
import type { ServerLifecycle } from '../server-lifecycle';

/** The commands that move between cells. They have no default key, so Tab works as usual until somebody binds it. */
export function registerCellCommands(server: ServerLifecycle): Disposable[] {
  return [
    commands.registerCommand('playbook.nextCell', () => goTo('next', server)),
    commands.registerCommand('playbook.previousCell', () => goTo('previous', server)),
  ];
}

/** Selects the text of the cell. At the end of the table, and if the server isn't running, the caret doesn't move. */
async function goTo(direction: NextCellParams['direction'], server: ServerLifecycle): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { line, character } = editor.selection.active;
  const params: NextCellParams = { uri: editor.document.uri.toString(), position: { line, character }, direction };
  const range = await server.request<NextCellResult>(nextCellMethod, params).catch((error: unknown) => {
    logFailure('Moving to a cell', error);
    return null;
  });
  if (range === null) return;
  editor.selection = new Selection(
    new Position(range.start.line, range.start.character),
    new Position(range.end.line, range.end.character),
  );
  editor.revealRange(editor.selection);
}
