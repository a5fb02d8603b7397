import { rowPlaceAt, type RowPlace } from '../edits/table-places.js';
import type { ReadingContext } from '../lint/rule.js';
import { isTaskId } from '../lint/support/task-rows.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow } from '../model/tables.js';
import { shownRow } from '../preview/task-row.js';
import { readingContextOf } from '../summary/reading-context.js';
import { comparable, idIn, withoutZeros } from './same-text.js';
import type { EditedTask } from './task-sheet-rows.js';

/** A line of a task table. */
export interface NumberedRow {
  /** Among all such lines of the page, from 1. */
  readonly number: number;
  readonly place: RowPlace;
  /** Empty where there is none, or no telling. */
  readonly id: string;
  /** As names are compared; empty where there is none, or no telling. */
  readonly name: string;
  /** Whether its cells stand elsewhere than under their headers. */
  readonly isBroken: boolean;
}

/** The rows of all task tables as the task preview counts and shows them, broken ones too. */
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
  // Of several IDs on one broken line the first counts, as in the tasks of a workspace.
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

/** For each task the row that it was, the best matches first. A row is that of one task only. */
export function matchedRows(
  tasks: readonly EditedTask[],
  rows: readonly NumberedRow[],
): ReadonlyMap<EditedTask, NumberedRow> {
  const matched = new Map<EditedTask, NumberedRow>();
  for (const mark of BY_ID) match(matched, tasks, rows, mark);
  // Only a task whose ID is nowhere on the page can be one whose ID was edited. Its number tells it then, or else its name.
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

/** What a row of a sheet and a row of a page are known by. */
type Known = Pick<EditedTask, 'id' | 'number' | 'name'>;

/** Empty: this way nobody knows. */
type Mark = (row: Known) => string;

/** Of several rows with one ID, the number on the page tells; without it, their order. */
const BY_ID: readonly Mark[] = [
  ({ id, number }) => (id === '' ? '' : `${number ?? ''} ${id}`),
  ({ id }) => id,
  ({ id, number }) => (id === '' ? '' : `${number ?? ''} ${withoutZeros(id)}`),
  ({ id }) => withoutZeros(id),
];

/** Adds what can be told by one mark, in order. */
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
