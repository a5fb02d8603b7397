import { Range, Selection, TextEdit, window, type TextDocument, type TextEditor } from 'vscode';
import {
  editMethod,
  type EditAnswer,
  type EditCommand,
  type EditParams,
  type PlannedEdits,
  type TextRange,
} from '../../../../server/src/protocol';
import { changePage, type PageChange } from '../changes/change-page';
import { isRefused, readOnlyText } from '../read-only';
import { messageOf } from '../report/message-of';
import type { ServerLifecycle } from '../server-lifecycle';
import { defineTexts } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('edit-request', {
  failed: 'The playbook could not be edited: {reason}',
});

/** Makes an edit at the selection of the active editor. Returns whether it was made; if not, a message has said why. */
export async function editHere(server: ServerLifecycle, command: EditCommand): Promise<boolean> {
  const editor = window.activeTextEditor;
  return editor !== undefined && (await editIn(editor, server, command));
}

/** Makes an edit in a specific editor, because another editor may become active while the author answers questions. */
export async function editIn(editor: TextEditor, server: ServerLifecycle, command: EditCommand): Promise<boolean> {
  if (await isRefused(editor.document)) return false;
  const planned = await planFor(editor, server, command);
  return planned !== undefined && (await make(editor, planned.edits, planned.version));
}

/**
 * Returns what an edit would change in the current document. Fails with a message for the author if the server does.
 */
export function plannedEdit(
  document: TextDocument,
  range: Range,
  server: ServerLifecycle,
  command: EditCommand,
): Promise<EditAnswer> {
  return server.request<EditAnswer>(editMethod, editParams(document, range, command));
}

export function editParams({ uri, version }: TextDocument, range: Range, command: EditCommand): EditParams {
  return { uri: uri.toString(), version, range: toTextRange(range), ...command };
}

interface Plan {
  readonly edits: PlannedEdits;
  /** The document that the edits are for. */
  readonly version: number;
}

async function planFor(
  { document, selection }: TextEditor,
  server: ServerLifecycle,
  command: EditCommand,
): Promise<Plan | undefined> {
  const { version } = document;
  try {
    const answer = await plannedEdit(document, selection, server, command);
    if (!('refused' in answer)) return { edits: answer, version };
    void window.showWarningMessage(answer.refused);
  } catch (error) {
    void window.showErrorMessage(texts.failed({ reason: messageOf(error) }));
  }
  return undefined;
}

/** Makes all edits in a single undo step. */
async function make(editor: TextEditor, { edits, selection, note }: PlannedEdits, version: number): Promise<boolean> {
  const change = await changePage({ document: editor.document, editor }, version, toTextEdits(edits));
  if (change !== 'made') {
    void window.showWarningMessage(refusalText(editor.document, change));
    return false;
  }
  if (selection !== undefined) show(editor, toRange(selection));
  if (note !== undefined) void window.showInformationMessage(note);
  return true;
}

function show(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

/** The message about edits that were not made. */
export function refusalText(document: TextDocument, change: Exclude<PageChange, 'made'>): string {
  return change === 'outdated' ? sharedTexts.pageChanged : readOnlyText(document, change.readOnly);
}

export function toTextEdits(edits: PlannedEdits['edits']): TextEdit[] {
  return edits.map(({ range, newText }) => TextEdit.replace(toRange(range), newText));
}

export function toRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

export function toTextRange({ start, end }: Range): TextRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
