import { Range, type TextDocument } from 'vscode';
import { tryEditMethod, type EditCommand, type TryEditResult } from '../../../../server/src/protocol';
import { changePage } from '../changes/change-page';
import { editParams, plannedEdit, toTextEdits } from '../commands/edit-request';
import { readOnlyText } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import type { LineHistory } from './line-history';
import type { PreviewEdit } from '../../../webviews/preview/protocol/messages';
import { visibleEditorOf } from './show-row';
import { defineTexts } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('preview/row-edits', {
  rowChanged: { text: "The row changed. Your text wasn't saved: {text}", note: '{text} is what the author typed.' },
  notSaved: {
    text: "{refusal}. Your text wasn't saved: {text}",
    note: '{refusal} is a sentence that says why the page is read-only, without a full stop. {text} is what the author typed.',
  },
});

/** A row of a page in a specific version. */
export interface RowTarget {
  readonly document: TextDocument;
  readonly version: number;
  /** Starts at 0. */
  readonly line: number;
}

/** Edits a row in a single undo step. Returns the row that was changed or added, or a message for the author. */
export async function editRow(
  server: ServerLifecycle,
  lines: LineHistory,
  { document, line }: RowTarget,
  edit: PreviewEdit,
): Promise<RowTarget | { readonly refused: string }> {
  const { version } = document;
  const answer = await plannedEdit(document, startOf(line), server, commandOf(edit));
  if ('refused' in answer) return answer;
  const to = edit.command === 'deleteRow' ? line : (answer.selection?.start.line ?? line);
  if (answer.edits.length === 0) return { document, version, line: to };
  const change = await changePage(
    { document, editor: visibleEditorOf(document.uri) },
    version,
    toTextEdits(answer.edits),
  );
  if (change === 'outdated') return { refused: changedMeanwhile(edit) };
  if (change !== 'made') return { refused: withTyped(readOnlyText(document, change.readOnly), edit) };
  lines.madeFrom(document, version);
  return { document, version: version + 1, line: to };
}

/** The problems of the row after the edit. */
export function tryRow(
  server: ServerLifecycle,
  { document, line }: RowTarget,
  edit: PreviewEdit,
): Promise<TryEditResult> {
  return server.request<TryEditResult>(tryEditMethod, editParams(document, startOf(line), commandOf(edit)));
}

/** Includes the typed text, which would be lost otherwise. */
export function changedMeanwhile(edit: PreviewEdit): string {
  if (edit.command !== 'setCell') return sharedTexts.pageChanged;
  return texts.rowChanged({ text: String(edit.text) });
}

/** Adds the typed text, which would be lost otherwise. */
function withTyped(refusal: string, edit: PreviewEdit): string {
  return edit.command === 'setCell' ? texts.notSaved({ refusal, text: String(edit.text) }) : refusal;
}

function commandOf(edit: PreviewEdit): EditCommand {
  if (edit.command !== 'setCell') return edit;
  const { command, ...args } = edit;
  return { command, args };
}

function startOf(line: number): Range {
  return new Range(line, 0, line, 0);
}
