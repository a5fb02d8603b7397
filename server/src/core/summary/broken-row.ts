import { moLettersOf } from '../dialect/mo-letters.js';
import { shapeOf } from '../dialect/row-shape.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { columnIndex, type Row, type TableSchema } from '../model/tables.js';

/**
 * The name of the task whose ID is in cell `id` of a broken row. Only if the error is clearly after the name:
 * otherwise, half a name would be copied to other pages.
 */
export function nameInBrokenRow(row: Row, id: number, schema: TableSchema, page: ReadingContext): string | undefined {
  const cell = row.cells[id + 1];
  // Without a pipe after it, the name may continue on the next line.
  if (!isNextColumn(schema) || cell === undefined || (cell === row.cells.at(-1) && !row.closingPipe)) return undefined;
  const shape = shapeOf(row, schema, page.vocabulary);
  const isInPlace = id === columnIndex(schema, 'task-id');
  const name = columnIndex(schema, 'task-name');
  if (shape.kind === 'merged' && shape.column <= name) return isInPlace ? shape.left : undefined;
  const isFaultAfter =
    shape.kind === 'mo-merged' ||
    shape.kind === 'merged' ||
    (shape.kind === 'swapped' && shape.first > name) ||
    (shape.kind === 'too-few' && shape.missing !== undefined && shape.missing > name);
  return (isInPlace && isFaultAfter) || isBeforeLetter(row, id + 1, schema, page) ? cell.text || undefined : undefined;
}

/** Whether the name follows the ID. */
function isNextColumn(schema: TableSchema): boolean {
  const id = columnIndex(schema, 'task-id');
  return id !== -1 && columnIndex(schema, 'task-name') === id + 1;
}

/** Whether a letter follows the name, as in an intact row: the name is then complete between ID and letter. */
function isBeforeLetter(row: Row, name: number, schema: TableSchema, page: ReadingContext): boolean {
  const isNext = columnIndex(schema, 'mo') === columnIndex(schema, 'task-name') + 1;
  return isNext && moLettersOf(schema, page).includes(row.cells[name + 1]?.text ?? '');
}
