/** The sort order. */
export interface SortedBy<Column extends string> {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** The order after the header of `column` is clicked: ascending, descending, then the original order. */
export function nextSorting<Column extends string>(
  sorting: SortedBy<Column> | null,
  column: Column,
): SortedBy<Column> | null {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/**
 * The rows sorted by the key from `keyOf`. In both directions, numbers come before texts, and empty texts come last.
 */
export function sortedRows(
  rows: readonly number[],
  direction: SortedBy<string>['direction'],
  keyOf: (row: number) => string | number,
): number[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const sign = direction === 'ascending' ? 1 : -1;
  // The sort is stable: equal rows keep their order.
  keyed.sort((a, b) => rankOf(a.key) - rankOf(b.key) || sign * compared(a.key, b.key));
  return keyed.map(({ row }) => row);
}

function rankOf(key: string | number): number {
  if (typeof key === 'number') return 0;
  return key === '' ? 2 : 1;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compared(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
