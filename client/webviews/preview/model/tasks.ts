import { searchable } from '../../shared/search';
import { sortedRows, type SortedBy } from '../../shared/sorting';
import { COLUMNS, labelsIn, NO_VALUE, placesIn, SEARCHED, type ColumnName, type PlacedRow } from '../columns';
import type { PreviewPage, PreviewRow, PreviewTable, RowReference, TaskPreview } from '../protocol/messages';

export type Sorting = SortedBy<ColumnName>;

/** The tasks that were sent. Derived values are computed once, when they are first needed. */
export class Tasks {
  readonly preview: TaskPreview;
  /** The displayed name of a filter value. */
  readonly label: (value: string) => string;
  readonly #keys: readonly string[];
  readonly #references: readonly RowReference[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #placeOf: (row: PreviewRow) => PlacedRow;
  readonly #searched = new Map<number, string>();
  readonly #values = new Map<ColumnName, readonly (readonly string[])[]>();
  readonly #orders = new Map<string, readonly number[]>();

  /** Without keys and references, rows are identified by their index. */
  constructor(
    preview: TaskPreview,
    keys: readonly string[] = preview.rows.map((_, row) => `${row}`),
    references: readonly RowReference[] = preview.rows.map((_, row) => ({ version: preview.version ?? 0, row })),
  ) {
    this.preview = preview;
    this.#keys = keys;
    this.#references = references;
    this.#places = new Map(keys.map((key, row) => [key, row]));
    this.#placeOf = placesIn(preview);
    this.label = labelsIn(preview.words);
  }

  get count(): number {
    return this.preview.rows.length;
  }

  row(index: number): PreviewRow | undefined {
    return this.preview.rows[index];
  }

  /** Identifies a row in all versions of the page. */
  key(index: number): string {
    return this.#keys[index] ?? '';
  }

  /** The row with that key; -1 if it doesn't exist. */
  rowOf(key: string): number {
    return this.#places.get(key) ?? -1;
  }

  /** How the extension identifies the row. */
  reference(index: number): RowReference | undefined {
    return this.#references[index];
  }

  /** The row in the extension's data; `undefined` if it isn't there yet. */
  sourceRow(index: number): number | undefined {
    const reference = this.#references[index];
    return reference !== undefined && 'row' in reference ? reference.row : undefined;
  }

  tableOf(row: PreviewRow | undefined): PreviewTable | undefined {
    return this.preview.tables[row?.table ?? -1];
  }

  pageOf(row: PreviewRow | undefined): PreviewPage | undefined {
    return this.preview.pages[this.tableOf(row)?.page ?? -1];
  }

  /** The text of a cell; empty if it doesn't exist. */
  text(index: number, column: ColumnName): string {
    const row = this.row(index);
    return row === undefined ? '' : COLUMNS[column].text(this.#placeOf(row));
  }

  /** The whole text of a row for searching. */
  searched(index: number): string {
    const known = this.#searched.get(index);
    if (known !== undefined) return known;
    const row = this.row(index);
    const text = searchable(row === undefined ? '' : (row.broken ?? this.#cellsOf(row)));
    this.#searched.set(index, text);
    return text;
  }

  /** The filter values of a row. A row without values has `NO_VALUE`, and a broken row `BROKEN`. */
  values(index: number, column: ColumnName): readonly string[] {
    const known = this.#values.get(column) ?? this.preview.rows.map((row) => this.#valuesOf(row, column));
    this.#values.set(column, known);
    return known[index] ?? [];
  }

  /** All rows, sorted. */
  order(sorting: Sorting | null): readonly number[] {
    const key = sorting === null ? '' : `${sorting.column} ${sorting.direction}`;
    const known = this.#orders.get(key) ?? this.#ordered(sorting);
    this.#orders.set(key, known);
    return known;
  }

  #cellsOf(row: PreviewRow): string {
    const placed = this.#placeOf(row);
    // A line break separates two cells, so a word never matches across cells.
    return SEARCHED.map(({ text }) => text(placed)).join('\n');
  }

  #valuesOf(row: PreviewRow, column: ColumnName): readonly string[] {
    const values = COLUMNS[column].filter?.values(this.#placeOf(row)) ?? [];
    return values.length === 0 ? [NO_VALUE] : [...new Set(values)];
  }

  #ordered(sorting: Sorting | null): readonly number[] {
    const source = [...this.preview.rows.keys()];
    const keyOf = sorting === null ? null : COLUMNS[sorting.column].sortKey;
    if (sorting === null || keyOf === null) return source;
    return sortedRows(source, sorting.direction, (index) => {
      const row = this.row(index);
      return row === undefined ? '' : keyOf(this.#placeOf(row));
    });
  }
}
