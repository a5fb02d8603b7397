import { l10n, Range, WorkspaceEdit, workspace, type TextDocument } from 'vscode';
import { tryEditMethod, type EditCommand, type TryEditResult } from '../../../../server/src/protocol';
import { editParams, plannedEdit, toRange } from '../commands/edit-request';
import type { ServerLifecycle } from '../server-lifecycle';
import type { PreviewEdit } from './messages';

/** Makes an edit of a row in one step of undo. Gives what the author has to be told; `undefined` when it is done. */
export async function editRow(server: ServerLifecycle, document: TextDocument, line: number, edit: PreviewEdit): Promise<string | undefined> {
  const { version } = document;
  const answer = await plannedEdit(document, startOf(line), server, commandOf(edit));
  if ('refused' in answer) return answer.refused;
  if (answer.edits.length === 0) return undefined;
  const change = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) change.replace(document.uri, toRange(range), newText);
  const isMade = document.version === version && (await workspace.applyEdit(change));
  return isMade ? undefined : changedMeanwhile();
}

/** What the rules would say of the row after the edit. */
export function tryRow(server: ServerLifecycle, document: TextDocument, line: number, edit: PreviewEdit): Promise<TryEditResult> {
  return server.request<TryEditResult>(tryEditMethod, editParams(document, startOf(line), commandOf(edit)));
}

export function changedMeanwhile(): string {
  return l10n.t('The page has changed meanwhile: try again');
}

function commandOf(edit: PreviewEdit): EditCommand {
  return edit.command === 'setCell' ? { command: 'setCell', args: { column: edit.column, text: edit.text } } : edit;
}

function startOf(line: number): Range {
  return new Range(line, 0, line, 0);
}
