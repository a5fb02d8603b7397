import { l10n, Range, WorkspaceEdit, workspace, type TextDocument } from 'vscode';
import { tryEditMethod, type EditCommand, type TryEditResult } from '../../../../server/src/protocol';
import { editParams, plannedEdit, toRange } from '../commands/edit-request';
import type { ServerLifecycle } from '../server-lifecycle';
import type { PreviewEdit } from './messages';

/** Versions of a page, each made of the one before by an edit from here that keeps every row at its line. */
const sameLines = new WeakMap<TextDocument, readonly number[]>();

/** Whether the rows are where they were in `version`: somebody who types fast is ahead of what a panel shows. */
export function hasLinesOf(document: TextDocument, version: number): boolean {
  const versions = sameLines.get(document) ?? [];
  return document.version === version || (versions.at(-1) === document.version && versions.includes(version));
}

/** Makes an edit of a row in one step of undo. Gives what the author has to be told; `undefined` when it is done. */
export async function editRow(server: ServerLifecycle, document: TextDocument, line: number, edit: PreviewEdit): Promise<string | undefined> {
  const { version } = document;
  const answer = await plannedEdit(document, startOf(line), server, commandOf(edit));
  if ('refused' in answer) return answer.refused;
  if (answer.edits.length === 0) return undefined;
  const change = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) change.replace(document.uri, toRange(range), newText);
  const isMade = document.version === version && (await workspace.applyEdit(change));
  if (!isMade) return changedMeanwhile(edit);
  if (KEEP_LINES.includes(edit.command) && document.version === version + 1) remember(document, version);
  return undefined;
}

const KEEP_LINES: readonly PreviewEdit['command'][] = ['setCell', 'toggleMandatory'];

/** What has just been made of `version` has the same lines. */
function remember(document: TextDocument, version: number): void {
  const versions = sameLines.get(document) ?? [];
  sameLines.set(document, [...(versions.at(-1) === version ? versions : [version]), document.version]);
}

/** What the rules would say of the row after the edit. */
export function tryRow(server: ServerLifecycle, document: TextDocument, line: number, edit: PreviewEdit): Promise<TryEditResult> {
  return server.request<TryEditResult>(tryEditMethod, editParams(document, startOf(line), commandOf(edit)));
}

/** With what was typed, which would be lost otherwise. */
export function changedMeanwhile(edit: PreviewEdit): string {
  if (edit.command !== 'setCell') return l10n.t('The page has changed meanwhile: try again');
  return l10n.t('The row has changed meanwhile. What you typed was not saved: {0}', String(edit.text));
}

function commandOf(edit: PreviewEdit): EditCommand {
  return edit.command === 'setCell' ? { command: 'setCell', args: { column: edit.column, text: edit.text } } : edit;
}

function startOf(line: number): Range {
  return new Range(line, 0, line, 0);
}
