import { searchable } from '../../grid/search';
import { sortedRows, type SortedBy } from '../../grid/sorting';
import { BROKEN, NO_VALUE, shownText, termValue, type ColumnName } from '../../src/common/preview/columns';
import { problemRank } from '../../src/common/preview/columns/severity';
import type {
  PreviewPage,
  PreviewRow,
  PreviewTable,
  RowReference,
  TaskPreview,
} from '../../src/common/preview/messages';

/** The filters, apart from words. */
export type Facet = 'role' | 'services' | 'mo' | 'phase' | 'language' | 'audience';

export type Sorting = SortedBy<ColumnName>;

/** The tasks that were sent. Derived values are computed once, when they are first needed. */
export class Tasks {
  readonly preview: TaskPreview;
  readonly #keys: readonly string[];
  readonly #references: readonly RowReference[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #searched = new Map<number, string>();
  readonly #values = new Map<Facet, readonly (readonly string[])[]>();
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
    const { roles, services, phases } = preview.words;
    this.#labels = new Map([...roles, ...services, ...phases].map(({ id, label }) => [id, label]));
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
    return row === undefined ? '' : this.#textOf(row, column);
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

  /** The facet values of a row. A row without values has {@link NO_VALUE}, and a broken row {@link BROKEN}. */
  values(index: number, facet: Facet): readonly string[] {
    const known = this.#values.get(facet) ?? this.preview.rows.map((row) => this.#valuesOf(row, facet));
    this.#values.set(facet, known);
    return known[index] ?? [];
  }

  /** The displayed name of a facet value. */
  label(value: string): string {
    return this.#labels.get(value) ?? value;
  }

  /** All rows, sorted. */
  order(sorting: Sorting | null): readonly number[] {
    const key = sorting === null ? '' : `${sorting.column} ${sorting.direction}`;
    const known = this.#orders.get(key) ?? this.#ordered(sorting);
    this.#orders.set(key, known);
    return known;
  }

  #cellsOf(row: PreviewRow): string {
    // A line break separates two cells, so a word never matches across cells.
    return SEARCHED.map((column) => this.#textOf(row, column)).join('\n');
  }

  #textOf(row: PreviewRow, column: ColumnName): string {
    const page = this.pageOf(row);
    switch (column) {
      case 'task-id':
        return shownText(row.id);
      case 'task-name':
        return shownText(row.name);
      case 'mo':
        return shownText(row.mo);
      case 'role':
      case 'services':
        return row[column]?.terms.map(({ text }) => text).join(', ') ?? '';
      case 'file':
        return page?.file ?? '';
      case 'phase':
        return page?.phases.map((id) => this.label(id)).join(', ') ?? '';
      case 'language':
        return page?.languageName ?? '';
      case 'audience':
        return page?.audience.join(', ') ?? '';
      case 'problems':
      case 'actions':
        return '';
    }
  }

  #valuesOf(row: PreviewRow, facet: Facet): readonly string[] {
    const values = this.#anyValuesOf(row, facet);
    return values.length === 0 ? [NO_VALUE] : [...new Set(values)];
  }

  #anyValuesOf(row: PreviewRow, facet: Facet): readonly string[] {
    switch (facet) {
      case 'role':
      case 'services':
        return row.broken === null ? (row[facet]?.terms.map(termValue) ?? []) : [BROKEN];
      case 'mo':
        return row.obligation === null ? [] : [row.obligation];
      case 'phase':
        return this.pageOf(row)?.phases ?? [];
      case 'language':
        return [this.pageOf(row)?.languageName ?? NO_VALUE];
      case 'audience':
        return this.pageOf(row)?.audience ?? [];
    }
  }

  #ordered(sorting: Sorting | null): readonly number[] {
    const source = [...this.preview.rows.keys()];
    return sorting === null
      ? source
      : sortedRows(source, sorting.direction, (index) => this.#sortKey(index, sorting.column));
  }

  #sortKey(index: number, column: ColumnName): string | number {
    const row = this.row(index);
    if (column === 'problems') return problemRank(row?.problems ?? []) ?? '';
    if (column === 'mo' && row?.obligation) return row.obligation === 'mandatory' ? 0 : 1;
    return this.text(index, column);
  }
}

const SEARCHED: readonly ColumnName[] = ['task-id', 'task-name', 'mo', 'role', 'services', 'file'];
