import { rowPlaceAt, type RowPlace } from '../edits/table-places.js';
import { isTaskId } from '../dialect/task-rows.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow } from '../model/tables.js';
import { shownRow } from '../preview/task-row.js';
import { readingContextOf, type ReadingContext } from '../dialect/reading-context.js';
import { comparable, idIn, withoutZeros } from './same-text.js';
import type { EditedTask } from './task-sheet-rows.js';

/** A line of a task table. */
export interface NumberedRow {
  /** Its number among all such lines of the page, from 1. */
  readonly number: number;
  readonly place: RowPlace;
  /** Empty if it's missing or unclear. */
  readonly id: string;
  /** In the form for comparing names; empty if it's missing or unclear. */
  readonly name: string;
  /** Whether its cells don't match the columns. */
  readonly isBroken: boolean;
}

/** The rows of all task tables, counted as in the task preview, including broken ones. */
export function taskRowsOf(playbook: Playbook): NumberedRow[] {
  const page = readingContextOf(playbook);
  const places = playbook.tables.flatMap((table) => {
    if (table.schema.kind !== 'task') return [];
    return table.table.rows.flatMap((_, index) =>
      isBodyRow(table.table, index) ? (rowPlaceAt(table, index) ?? []) : [],
    );
  });
  return places.map((place, index) => taskRow(place, index + 1, page));
}

function taskRow(place: RowPlace, number: number, page: ReadingContext): NumberedRow {
  const { id, name, broken } = shownRow(place.row, place.table.schema, page);
  // Of several IDs on a broken line, the first is used, as in the tasks of a workspace.
  const ids =
    broken === undefined
      ? []
      : place.row.cells.map(({ text }) => idIn(text)).filter((text) => isTaskId(text, page.vocabulary));
  return {
    number,
    place,
    id: ids[0] ?? idIn(id?.source ?? ''),
    name: comparable(name?.source ?? ''),
    isBroken: broken !== undefined,
  };
}

/** The row of each task, the best matches first. A row matches only one task. */
export function matchedRows(
  tasks: readonly EditedTask[],
  rows: readonly NumberedRow[],
): ReadonlyMap<EditedTask, NumberedRow> {
  const matched = new Map<EditedTask, NumberedRow>();
  for (const mark of BY_ID) match(matched, tasks, rows, mark);
  // Only the ID of a task that isn't on the page can have been edited. Its number identifies it then, otherwise its
  // name.
  const ids = new Set(rows.map(({ id }) => withoutZeros(id)));
  const renamed = tasks.filter(({ id }) => id === '' || !ids.has(withoutZeros(id)));
  match(
    matched,
    renamed.filter(({ number }) => number !== undefined),
    rows,
    ({ number }) => String(number ?? ''),
  );
  match(
    matched,
    renamed.filter(({ number }) => number === undefined),
    rows,
    ({ name }) => name,
  );
  return matched;
}

/** The properties that match a row of a sheet with a row of a page. */
type Known = Pick<EditedTask, 'id' | 'number' | 'name'>;

/** Empty if there is no such property. */
type Mark = (row: Known) => string;

/** Of several rows with the same ID, the number on the page decides; without a number, their order. */
const BY_ID: readonly Mark[] = [
  ({ id, number }) => (id === '' ? '' : `${number ?? ''} ${id}`),
  ({ id }) => id,
  ({ id, number }) => (id === '' ? '' : `${number ?? ''} ${withoutZeros(id)}`),
  ({ id }) => withoutZeros(id),
];

/** Adds the matches by one property, in order. */
function match(
  matched: Map<EditedTask, NumberedRow>,
  tasks: readonly EditedTask[],
  rows: readonly NumberedRow[],
  mark: Mark,
): void {
  const taken = new Set(matched.values());
  const waiting = new Map<string, NumberedRow[]>();
  for (const row of rows) {
    if (taken.has(row) || mark(row) === '') continue;
    const same = waiting.get(mark(row));
    if (same === undefined) waiting.set(mark(row), [row]);
    else same.push(row);
  }
  for (const list of waiting.values()) list.reverse();
  for (const task of tasks) {
    const row = matched.has(task) ? undefined : waiting.get(mark(task))?.pop();
    if (row !== undefined) matched.set(task, row);
  }
}
