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

/** The kind of actions that change a table on request. */
export const editActionKind = `${CodeActionKind.RefactorRewrite}.playbook`;

export interface EditAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The actions for the table at `span`, without those that would change nothing. */
export function editActionsAt(playbook: Playbook, span: Span): readonly EditAction[] {
  const table = tableAt(playbook, span.start);
  if (table === undefined) return [];
  const actions: readonly (readonly [title: string, result: EditResult])[] = [
    [toggleTitle(playbook, span), toggleMandatory(playbook, span)],
    ['Escape the pipe as "\\|"', escapePipe(playbook, span)],
    ['Sort the tasks by ID', sortTasks(playbook, table)],
    ['Compact the table', compactTable(playbook, table)],
    ['Align the table', alignTable(playbook, table)],
  ];
  return actions.flatMap(([title, edits]) => (isRefusal(edits) || edits.length === 0 ? [] : [{ title, edits }]));
}

function toggleTitle(playbook: Playbook, span: Span): string {
  const rows = bodyRows(rowsTouching(playbook, span));
  const toggle = rows[0] === undefined ? undefined : toggleOf(playbook, rows[0]);
  if (toggle === undefined || isRefusal(toggle) || rows.length > 1) return 'Toggle mandatory/optional';
  return `Make the task ${toggle.becomes}: "${toggle.edit.newText.trim()}"`;
}
