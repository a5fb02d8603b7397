import type { Sheet } from '../core/reports/sheet.js';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, tooManyCells, tooManyColumns, tooManyRows } from './limits.js';

/**
 * The sheet whose header is the first of `rows`. Empty rows and columns at the end are removed, because Excel writes
 * cells that were only formatted. All other rows get a cell for each column.
 *
 * Throws a `SheetError` if the result would have more than `cellsLeft` cells, or more rows or columns than the limit.
 */
export function sheetOf(name: string, rows: readonly (readonly string[])[], cellsLeft: number): Sheet {
  const widths = rows.map((row) => lengthUpTo(row, (cell) => cell !== undefined && cell !== ''));
  const height = lengthUpTo(widths, (width) => width !== 0);
  const width = widths.reduce((widest, next) => Math.max(widest, next), 0);
  if (height > MAX_ROWS + 1) throw tooManyRows();
  if (width > MAX_COLUMNS) throw tooManyColumns();
  if (height * width > cellsLeft) throw tooManyCells();
  const [columns = [], ...body] = rows.slice(0, height).map((row) => filledUp(row, width));
  return { name, columns, rows: body };
}

/** The same for rows that are a file of their own. */
export function onlySheetOf(name: string, rows: readonly (readonly string[])[]): Sheet {
  return sheetOf(name, rows, MAX_CELLS);
}

export function cellCountOf({ columns, rows }: Sheet): number {
  return columns.length * (rows.length + 1);
}

/** The length of `list` up to its last non-empty item. The list can have holes. */
function lengthUpTo<Item>(list: readonly Item[], counts: (item: Item | undefined) => boolean): number {
  let length = list.length;
  while (length > 0 && !counts(list[length - 1])) length--;
  return length;
}

function filledUp(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? '');
}
