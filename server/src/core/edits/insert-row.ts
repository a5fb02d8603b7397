import type { Message } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type PlacedTable } from '../model/tables.js';
import { placeIn } from './caret-in-row.js';
import { isRefusal, type CaretEdits, type CaretResult, type Refusal } from './edit-result.js';
import { taskTableWith } from './insert-table.js';
import { layoutOf, writeRow } from './row-layout.js';
import { lineEndOfTable } from './table-lines.js';
import { endOfRow, hasConflict, IN_CONFLICT, startOfRow } from './table-places.js';
import { letterProblem, missingColumns, taskCells, type TaskTexts } from './task-cells.js';
import { mandatoryLettersOf } from './task-letters.js';
import { newTaskPlaceAt } from './new-task-place.js';

export interface NewTaskRow extends CaretEdits {
  /** The columns that the table doesn't have, though a text was meant for them. */
  readonly leftOut: readonly Message[];
}

/**
 * Adds a task: after the row at `offset`, otherwise at the end of the task table of the same step; if the step has
 * none, with a new heading and table. The row has the layout of the table.
 */
export function insertRow(playbook: Playbook, offset: number, task: TaskTexts): NewTaskRow | Refusal {
  const place = newTaskPlaceAt(playbook, offset);
  if (place.kind === 'page') return withoutLoss(taskTableWith(task, playbook, place));
  if (hasConflict(place.table)) return IN_CONFLICT;
  const { schema } = place.table;
  const columns = { ids: schema.columns.map(({ id }) => id), letters: mandatoryLettersOf(schema, playbook) };
  const problem = letterProblem(task, columns, playbook);
  if (problem !== undefined) return problem;
  const cells = taskCells(task, columns, playbook);
  const leftOut = missingColumns(task, columns, playbook);
  return { ...rowsBelow(playbook, place.table, place.index, [cells]), leftOut };
}

/** A new table has all columns. */
function withoutLoss(result: CaretResult): NewTaskRow | Refusal {
  return isRefusal(result) ? result : { ...result, leftOut: [] };
}

/**
 * Inserts rows after line `index` of a table. No other line changes, but an empty row at that position is filled with
 * the first of them.
 */
export function rowsBelow(
  playbook: Playbook,
  table: PlacedTable,
  index: number,
  rows: readonly (readonly string[])[],
): CaretEdits {
  const layout = layoutOf(table, index, playbook.vocabulary);
  const eol = lineEndOfTable(playbook, table);
  const written = rows.map((cells) => writeRow(layout, cells));
  const waiting = waitingRow(table, index);
  const end = endOfRow(table, waiting ?? index);
  const start = waiting === undefined ? end + eol.length : startOfRow(table, waiting);
  const newText = written.join(eol);
  const edit =
    waiting === undefined ? { span: { start: end, end }, newText: eol + newText } : { span: { start, end }, newText };
  return { edits: [edit], selection: placeIn(written[0] ?? '', start) };
}

/** The line at `index`, or the next line if that one isn't a data row, if all its cells are empty. */
function waitingRow({ table }: PlacedTable, index: number): number | undefined {
  const line = isBodyRow(table, index) ? index : index + 1;
  const row = isBodyRow(table, line) ? table.rows[line] : undefined;
  return row !== undefined && /^[ \t]*\|[ \t|]*$/.test(row.source) ? line : undefined;
}
