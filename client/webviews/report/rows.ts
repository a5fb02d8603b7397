import { searchable, wordsOf } from '../shared/search';
import { sortedRows } from '../shared/sorting';
import type { ReportTable, Sorting } from './protocol/messages';

/** A report that can be filtered and sorted. Derived values are computed once. */
export class Rows {
  readonly #table: ReportTable;
  readonly #searched: readonly string[];

  constructor(table: ReportTable) {
    this.#table = table;
    this.#searched = table.rows.map((row) => searchable(row.join('\n')));
  }

  /** The rows that contain all words of `filter` in some cell, in display order, as indices of the report. */
  shown(filter: string, sorting: Sorting | null): number[] {
    const words = wordsOf(filter);
    const found = [...this.#searched.keys()].filter((index) =>
      words.every((word) => this.#searched[index]?.includes(word) === true),
    );
    const column = sorting === null ? -1 : this.#table.columns.indexOf(sorting.column);
    return sorting === null || column === -1
      ? found
      : sortedRows(found, sorting.direction, (index) => this.#sortKey(index, column));
  }

  #sortKey(row: number, column: number): string | number {
    const keys = this.#table.sortKeys[column];
    return (keys ? keys[row] : this.#table.rows[row]?.[column]) ?? '';
  }
}
