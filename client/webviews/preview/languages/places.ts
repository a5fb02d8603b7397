import { moved, type CellPlace, type GridSize, type KeyPress } from '../../shared/movement';
import type { VersionedTask } from '../protocol/messages';

/** The fields of a task on each page, in this order. */
export const FIELDS = ['name', 'mo', 'role', 'services'] as const;
export type Field = (typeof FIELDS)[number];

/** Column 0 is the task ID, followed by the fields of the first page, the second page, and so on. */
export function columnOf(page: number, field: Field): number {
  return 1 + page * FIELDS.length + FIELDS.indexOf(field);
}

/** The page of a column; `undefined` for the task ID. */
export function pageAt(column: number): number | undefined {
  return column === 0 ? undefined : Math.floor((column - 1) / FIELDS.length);
}

/** The cell at a position. If a page doesn't have the task, it has one cell that is as wide as all its fields. */
export function cellAt({ row, column }: CellPlace, tasks: readonly VersionedTask[]): CellPlace {
  const page = pageAt(column);
  const isMissing = page !== undefined && (tasks[row]?.versions[page] ?? null) === null;
  return isMissing ? { row, column: columnOf(page, 'name') } : { row, column };
}

/** The target of a key. A missing task is one step, and Up and Down keep the column. */
export function steppedTo(
  place: CellPlace,
  press: KeyPress,
  tasks: readonly VersionedTask[],
  size: GridSize,
): CellPlace | undefined {
  const from =
    press.key === 'ArrowRight' ? endOfCell(place, tasks) : press.key === 'ArrowLeft' ? cellAt(place, tasks) : place;
  const target = moved(from, press, size);
  // The headers can be read, but have no actions.
  return target && { row: Math.max(0, target.row), column: target.column };
}

function endOfCell(place: CellPlace, tasks: readonly VersionedTask[]): CellPlace {
  const start = cellAt(place, tasks);
  const page = pageAt(place.column);
  const isMissing = page !== undefined && (tasks[place.row]?.versions[page] ?? null) === null;
  return isMissing ? { row: place.row, column: columnOf(page, 'services') } : start;
}
