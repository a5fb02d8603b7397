import { CodeActionKind } from 'vscode-languageserver';
import {
  alignTable,
  bodyRows,
  compactTable,
  escapePipe,
  isRefusal,
  rowsTouching,
  sortTasks,
  tableAt,
  toggleMandatory,
  toggleOf,
  type EditResult,
  type Playbook,
  type Span,
  type TextEdit,
} from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';

const texts = defineMessages('edit-actions', {
  toggleObligation: {
    text: 'Toggle mandatory/optional',
    note: 'A code action: makes mandatory tasks optional, and optional tasks mandatory.',
  },
  makeMandatory: {
    text: 'Make the task mandatory: "{letter}"',
    note: 'A code action. "letter" is the new text of the cell, such as M.',
  },
  makeOptional: {
    text: 'Make the task optional: "{letter}"',
    note: 'A code action. "letter" is the new text of the cell, such as O.',
  },
  escapePipe: {
    text: 'Escape the pipe as "\\|"',
    note: 'A code action for a pipe in the text of a table cell. "\\|" is how Markdown displays a pipe there.',
  },
  sortTasks: { text: 'Sort the tasks by ID', note: 'A code action.' },
  compactTable: {
    text: 'Compact the table',
    note: 'A code action, here a verb: removes the spaces that align the columns of a table.',
  },
  alignTable: { text: 'Align the table', note: 'A code action: aligns the columns of a table with spaces.' },
});

/** The kind of actions that change a table on request. */
export const editActionKind = `${CodeActionKind.RefactorRewrite}.playbook`;

export interface EditAction {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

/** The actions for the table at `span`, without those that would change nothing. */
export function editActionsAt(playbook: Playbook, span: Span): readonly EditAction[] {
  const table = tableAt(playbook, span.start);
  if (table === undefined) return [];
  const actions: readonly (readonly [title: Message, result: EditResult])[] = [
    [toggleTitle(playbook, span), toggleMandatory(playbook, span)],
    [texts.escapePipe, escapePipe(playbook, span)],
    [texts.sortTasks, sortTasks(playbook, table)],
    [texts.compactTable, compactTable(playbook, table)],
    [texts.alignTable, alignTable(playbook, table)],
  ];
  return actions.flatMap(([title, edits]) => (isRefusal(edits) || edits.length === 0 ? [] : [{ title, edits }]));
}

function toggleTitle(playbook: Playbook, span: Span): Message {
  const rows = bodyRows(rowsTouching(playbook, span));
  const toggle = rows[0] === undefined ? undefined : toggleOf(playbook, rows[0]);
  if (toggle === undefined || isRefusal(toggle) || rows.length > 1) return texts.toggleObligation;
  const letter = toggle.edit.newText.trim();
  return toggle.becomes === 'mandatory' ? texts.makeMandatory({ letter }) : texts.makeOptional({ letter });
}
