import { moved, type CellPlace, type GridSize, type KeyPress } from '../../shared/movement';
import { TASK_COLUMN_COUNT, TASK_COLUMNS, type Column, type ColumnName } from '../columns';
import { isTaskColumn, type PreviewCell } from '../protocol/messages';
import type { Line } from './lines';
import type { Tasks } from './tasks';

/** The cells of a line: groups and broken rows have one cell where other rows have several. */
export type LineKind = 'group' | 'broken' | 'row';

export function kindOf(line: Line | undefined, tasks: Tasks): LineKind {
  if (line?.kind === 'group') return 'group';
  return line !== undefined && tasks.row(line.row)?.broken != null ? 'broken' : 'row';
}

/** The target of a key. A broken row is a single cell up to its problems. */
export function movedOver(place: CellPlace, press: KeyPress, size: GridSize, kind: LineKind): CellPlace | undefined {
  if (kind !== 'broken' || press.toTheEnd || place.column >= TASK_COLUMN_COUNT)
    return stepBack(place, press, size, kind);
  if (press.key === 'ArrowRight') return { row: place.row, column: TASK_COLUMN_COUNT };
  if (press.key === 'ArrowLeft') return { row: place.row, column: 0 };
  return moved(place, press, size);
}

function stepBack(place: CellPlace, press: KeyPress, size: GridSize, kind: LineKind): CellPlace | undefined {
  const target = moved(place, press, size);
  const isIntoBroken =
    kind === 'broken' && press.key === 'ArrowLeft' && target !== undefined && target.column < TASK_COLUMN_COUNT;
  return isIntoBroken ? { row: place.row, column: 0 } : target;
}

/** The cell of `line` that contains the column, where the focus is shown. */
export function drawnColumn(column: number, kind: LineKind): number {
  if (kind === 'group') return 0;
  return kind === 'broken' && column < TASK_COLUMN_COUNT ? 0 : column;
}

/** Whether the cell can be edited: the row has it, and it is under its header. */
export function isEditableCell(tasks: Tasks, row: number, column: ColumnName | undefined): boolean {
  return tasks.row(row)?.broken === null && cellOf(tasks, row, column) !== null;
}

/** The next editable cell in reading order; with a step of -1, the previous one. */
export function nextEditable(
  tasks: Tasks,
  lines: readonly Line[],
  columns: readonly Column[],
  { row, column }: CellPlace,
  step: 1 | -1,
): CellPlace | undefined {
  let [line, cell] = [row, column + step];
  while (line >= 0 && line < lines.length) {
    const found = lines[line];
    for (; found?.kind === 'row' && cell >= 0 && cell < columns.length; cell += step) {
      if (isEditableCell(tasks, found.row, columns[cell]?.id)) return { row: line, column: cell };
    }
    line += step;
    cell = step === 1 ? 0 : columns.length - 1;
  }
  return undefined;
}

/** The cell of the row in a task column. */
export function cellOf(tasks: Tasks, row: number, column: ColumnName | undefined): PreviewCell | null {
  const found = tasks.row(row);
  return found !== undefined && isTaskColumn(column) ? TASK_COLUMNS[column].cell(found) : null;
}
