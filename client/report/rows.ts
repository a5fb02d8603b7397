import type { ReportTable, Sorting } from '../src/common/report/messages';

/** A report that is filtered and sorted again and again: what that needs is worked out once. */
export class Rows {
  readonly #table: ReportTable;
  readonly #searched: readonly string[];

  constructor(table: ReportTable) {
    this.#table = table;
    this.#searched = table.rows.map((row) => searched(row.join('\n')));
  }

  /** The rows that have every word of `filter` in some cell, in the order to show them, as indices of the report. */
  shown(filter: string, sorting: Sorting | null): number[] {
    const words = searched(filter).split(/\s+/).filter((word) => word !== '');
    const found = [...this.#searched.keys()].filter((index) => words.every((word) => this.#searched[index]?.includes(word) === true));
    const column = sorting === null ? -1 : this.#table.columns.indexOf(sorting.column);
    return sorting === null || column === -1 ? found : this.#sorted(found, column, sorting.direction);
  }

  #sorted(found: readonly number[], column: number, direction: Sorting['direction']): number[] {
    const sign = direction === 'ascending' ? 1 : -1;
    const keyed = found.map((index) => ({ index, cell: this.#table.rows[index]?.[column] ?? '' }));
    // The sort is stable: rows with the same cell stay in the order of the report.
    keyed.sort((a, b) => Number(a.cell === '') - Number(b.cell === '') || sign * compared(a.cell, b.cell));
    return keyed.map(({ index }) => index);
  }
}

/** What a click on the header of `column` leads to: upwards, downwards, then the order of the report again. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** Full-width letters, as Chinese and Japanese input gives them, are the same letters. */
function searched(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compared(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
