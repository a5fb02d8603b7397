import { isRefusal } from '../edits/edit-result.js';
import { setCell } from '../edits/set-cell.js';
import type { Playbook } from '../model/playbook.js';
import { cellOf } from '../model/tables.js';
import type { TextEdit } from '../text/text-edit.js';
import { COLUMN_LABELS } from '../vocabulary/column-names.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { columnMoved, movedColumns, type PresentCell } from './moved-column.js';
import type { Sheet } from './sheet.js';
import { idIn, isSameId, sayTheSame } from './same-text.js';
import { requestedCellEdit } from './requested-cell-edit.js';
import { matchedRows, taskRowsOf, type NumberedRow } from './task-row-match.js';
import { readEditedTasks, type EditedTask } from './task-sheet-rows.js';

/** What a bulk edit of tasks would do: nothing is changed yet. */
export interface TaskEditPlan {
  /** File by file, those of one file by place. All of one file can be made together: they do not overlap. */
  readonly changes: readonly TaskChange[];
  /** By row. What has a problem is not among the changes. */
  readonly problems: readonly TaskProblem[];
}

/** One cell of one task. */
export interface TaskChange {
  /** The file, as the sheet names it. */
  readonly path: string;
  /** The ID that the task has so far. */
  readonly taskId: string;
  readonly column: TaskColumnId;
  /** What people call the column. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** The column seems to have been moved by itself: somebody should look at the change before it is made. */
  readonly isDoubtful: boolean;
  /** In offsets of that file. */
  readonly edit: TextEdit;
}

export interface TaskProblem {
  /** The row of the sheet as a spreadsheet counts: the header is 1. */
  readonly row: number;
  readonly path?: string;
  readonly message: string;
}

/** Playbooks by the names that a sheet has for them. */
export type TaskPages = Pick<ReadonlyMap<string, Playbook>, 'get'>;

/**
 * The edits that give the tasks of `pages` the cells that `sheet` has. The sheet is one of the task preview that somebody
 * has worked on, or any other with the columns of a task table in whatever language. Rows that name no file are about the
 * page called `own`.
 *
 * A task is found by its ID; where that was edited, by its number on the page, and without one by its name. A cell that says what the page says
 * changes nothing, be it in another language, in another order, or as a spreadsheet writes a number. An
 * empty cell changes nothing either, no row is added or taken away, and a row whose cells do not stand in their columns
 * is left alone.
 */
export function planTaskEdit(sheet: Sheet, pages: TaskPages, own: string | undefined): TaskEditPlan {
  const { tasks, problems } = readEditedTasks(sheet, own);
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
  /** What the rows say now that the sheet is about. */
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
      problems: tasks.map(({ row }) => ({ row, path, message: `The page "${path}" doesn't exist` })),
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
    COLUMNS.map((column) => ({ column, text: presentText(row, column) })),
  );
  return { changes: changes.sort((a, b) => a.edit.span.start - b.edit.span.start), problems, present };
}

const COLUMNS = Object.keys(COLUMN_LABELS) as TaskColumnId[];

function presentText({ place }: NumberedRow, column: TaskColumnId): string {
  return cellOf(place.row, place.table.schema, column)?.text ?? '';
}

function notThere({ id, number }: EditedTask, rows: readonly NumberedRow[]): string {
  if (id === '') return 'The row names no task; new rows are not inserted: add the task on the page';
  if (rows.some((row) => isSameId(row.id, id))) return `The sheet has the task "${id}" more often than the page`;
  return number === undefined
    ? `The page has no task "${id}"; new rows are not inserted: add the task on the page`
    : `The page has no task "${id}"`;
}

type CellResult = TaskChange | { readonly problem: string };

function planRow(path: string, task: EditedTask, { place, id, isBroken }: NumberedRow, page: Playbook): CellResult[] {
  if (isBroken)
    return asksForMore(
      task,
      place.row.cells.map(({ text }) => text),
    )
      ? [{ problem: 'The row is broken. Fix it in the editor first.' }]
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

/** Whether the sheet says anything that does not stand in the row already, in whatever cell. */
function asksForMore({ texts }: EditedTask, cells: readonly string[]): boolean {
  return [...texts.values()].some(
    (text) => !cells.some((cell) => sayTheSame(cell, text) || isSameId(idIn(cell), idIn(text))),
  );
}
