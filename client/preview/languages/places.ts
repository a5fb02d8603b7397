import { moved, type CellPlace, type GridSize, type KeyPress } from '../../grid/movement';
import type { VersionedTask } from '../../src/common/preview/messages';

/** What each page shows of a task, in this order. */
export const FIELDS = ['name', 'mo', 'role', 'services'] as const;
export type Field = (typeof FIELDS)[number];

/** Column 0 is the task ID; then come the fields of the first page, of the second, and so on. */
export function columnOf(page: number, field: Field): number {
  return 1 + page * FIELDS.length + FIELDS.indexOf(field);
}

/** The page that a column belongs to; `undefined` for the task ID. */
export function pageAt(column: number): number | undefined {
  return column === 0 ? undefined : Math.floor((column - 1) / FIELDS.length);
}

/** The cell that a place lies in: a task that a page lacks has one cell there, as wide as all its fields. */
export function cellAt({ row, column }: CellPlace, tasks: readonly VersionedTask[]): CellPlace {
  const page = pageAt(column);
  const isMissing = page !== undefined && (tasks[row]?.versions[page] ?? null) === null;
  return isMissing ? { row, column: columnOf(page, 'name') } : { row, column };
}

/** Where a key leads. A missing task is passed in one step, and up and down keep the column. */
export function steppedTo(
  place: CellPlace,
  press: KeyPress,
  tasks: readonly VersionedTask[],
  size: GridSize,
): CellPlace | undefined {
  const from =
    press.key === 'ArrowRight' ? endOfCell(place, tasks) : press.key === 'ArrowLeft' ? cellAt(place, tasks) : place;
  const target = moved(from, press, size);
  // The headers can be read, but there is nothing to do with them.
  return target && { row: Math.max(0, target.row), column: target.column };
}

function endOfCell(place: CellPlace, tasks: readonly VersionedTask[]): CellPlace {
  const start = cellAt(place, tasks);
  const page = pageAt(place.column);
  const isMissing = page !== undefined && (tasks[place.row]?.versions[page] ?? null) === null;
  return isMissing ? { row: place.row, column: columnOf(page, 'services') } : start;
}
