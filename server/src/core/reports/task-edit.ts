import { defineMessages, type Message } from '../../messages/index.js';
import { isRefusal } from '../edits/edit-result.js';
import { BROKEN_ROW, setCell } from '../edits/set-cell.js';
import type { Playbook } from '../model/playbook.js';
import { cellOf } from '../model/tables.js';
import type { TextEdit } from '../text/text-edit.js';
import { COLUMN_LABELS, TASK_COLUMN_IDS } from '../vocabulary/column-names.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { columnMoved, movedColumns, type PresentCell } from './moved-column.js';
import type { Sheet } from './sheet.js';
import { idIn, isSameId, sayTheSame } from './same-text.js';
import { requestedCellEdit } from './requested-cell-edit.js';
import { matchedRows, taskRowsOf, type NumberedRow } from './task-row-match.js';
import { readEditedTasks, type EditedTask, type SheetOrigin } from './task-sheet-rows.js';

const texts = defineMessages('task-edit', {
  noPage: 'The page "{path}" doesn\'t exist',
  noTask: "The row has no task. New rows aren't inserted: add the task on the page",
  tooOften: 'The sheet has the task "{id}" more often than the page',
  unknownTask: 'The page has no task "{id}"',
  newTask: 'The page has no task "{id}". New rows aren\'t inserted: add the task on the page',
});

/** The plan of a bulk edit of tasks. Nothing is changed yet. */
export interface TaskEditPlan {
  /** By file; within a file, by position. All changes of a file can be applied together: they don't overlap. */
  readonly changes: readonly TaskChange[];
  /** By row. Cells with a problem are not among the changes. */
  readonly problems: readonly TaskProblem[];
}

/** One cell of a task. */
export interface TaskChange {
  /** The file as named in the sheet. */
  readonly path: string;
  /** The task's present ID. */
  readonly taskId: string;
  readonly column: TaskColumnId;
  /** The display name of the column. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** The column was probably moved alone: the author should review the change first. */
  readonly isDoubtful: boolean;
  /** Offsets in that file. */
  readonly edit: TextEdit;
}

export interface TaskProblem {
  /** The row number in the spreadsheet: the header is 1. */
  readonly row: number;
  readonly path?: string;
  readonly message: Message;
}

/** Playbooks, by their names in a sheet. */
export type TaskPages = Pick<ReadonlyMap<string, Playbook>, 'get'>;

/**
 * The edits that give the tasks of `pages` the cells in `sheet`. The sheet was exported from the task preview and
 * edited, or is any other sheet with the columns of a task table, in any language.
 * A task is found by its ID; if the ID was edited, by its number on the page; without a number, by its name. A cell
 * with the same content as the page changes nothing, even in another language, in another order, or in a spreadsheet's
 * notation of a number. An empty cell changes nothing either. No row is added or removed, and a row whose cells don't
 * match the columns isn't changed.
 */
export function planTaskEdit(sheet: Sheet, pages: TaskPages, origin: SheetOrigin): TaskEditPlan {
  const { tasks, problems } = readEditedTasks(sheet, origin);
  const plans = [...byFile(tasks)].map(([path, ofPage]) => planPage(path, ofPage, pages.get(path)));
  const changes = plans.flatMap((plan) => plan.changes);
  const moved = movedColumns(
    changes,
    plans.flatMap(({ present }) => present),
  );
  return {
    changes: changes.map((change) => (moved.has(change.column) ? { ...change, isDoubtful: true } : change)),
    problems: [
      ...[...moved].map((column) => columnMoved(COLUMN_LABELS[column as TaskColumnId])),
      ...problems,
      ...plans.flatMap((plan) => plan.problems),
    ].sort((a, b) => a.row - b.row),
  };
}

interface PagePlan extends TaskEditPlan {
  /** The present content of the rows that the sheet contains. */
  readonly present: readonly PresentCell[];
}

function byFile(tasks: readonly EditedTask[]): ReadonlyMap<string, readonly EditedTask[]> {
  const files = new Map<string, EditedTask[]>();
  for (const task of tasks) {
    const known = files.get(task.file);
    if (known === undefined) files.set(task.file, [task]);
    else known.push(task);
  }
  return files;
}

function planPage(path: string, tasks: readonly EditedTask[], page: Playbook | undefined): PagePlan {
  if (page === undefined)
    return {
      changes: [],
      present: [],
      problems: tasks.map(({ row }) => ({ row, path, message: texts.noPage({ path }) })),
    };
  const rows = taskRowsOf(page);
  const matched = matchedRows(tasks, rows);
  const changes: TaskChange[] = [];
  const problems: TaskProblem[] = [];
  for (const task of tasks) {
    const there = matched.get(task);
    const results = there === undefined ? [{ problem: notThere(task, rows) }] : planRow(path, task, there, page);
    for (const result of results) {
      if ('problem' in result) problems.push({ row: task.row, path, message: result.problem });
      else changes.push(result);
    }
  }
  const present = [...matched.values()].flatMap((row) =>
    TASK_COLUMN_IDS.map((column) => ({ column, text: presentText(row, column) })),
  );
  return { changes: changes.sort((a, b) => a.edit.span.start - b.edit.span.start), problems, present };
}

function presentText({ place }: NumberedRow, column: TaskColumnId): string {
  return cellOf(place.row, place.table.schema, column)?.text ?? '';
}

function notThere({ id, number }: EditedTask, rows: readonly NumberedRow[]): Message {
  if (id === '') return texts.noTask;
  if (rows.some((row) => isSameId(row.id, id))) return texts.tooOften({ id });
  return number === undefined ? texts.newTask({ id }) : texts.unknownTask({ id });
}

type CellResult = TaskChange | { readonly problem: Message };

function planRow(path: string, task: EditedTask, { place, id, isBroken }: NumberedRow, page: Playbook): CellResult[] {
  if (isBroken)
    return asksForMore(
      task,
      place.row.cells.map(({ text }) => text),
    )
      ? [{ problem: BROKEN_ROW.refused }]
      : [];
  return [...task.texts].flatMap(([column, text]): CellResult[] => {
    const cell = cellOf(place.row, place.table.schema, column);
    const requested = requestedCellEdit(column, text, { cell, table: place.table, page });
    if (requested === undefined) return [];
    if ('problem' in requested) return [requested];
    const result = setCell(page, place.start, { column, text: requested.text });
    if (isRefusal(result)) return [{ problem: result.refused }];
    return result.map((edit) => ({
      path,
      taskId: id,
      column,
      label: COLUMN_LABELS[column],
      before: cell?.text ?? '',
      after: requested.text,
      isDoubtful: false,
      edit,
    }));
  });
}

/** Whether the sheet contains anything that isn't in any cell of the row. */
function asksForMore({ texts }: EditedTask, cells: readonly string[]): boolean {
  return [...texts.values()].some(
    (text) => !cells.some((cell) => sayTheSame(cell, text) || isSameId(idIn(cell), idIn(text))),
  );
}
