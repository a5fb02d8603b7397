import type { Located, Span } from '../text/span.js';
import { seen } from '../text/spelling.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { RefreshColumnId, TaskColumnId } from '../vocabulary/vocabulary.js';

/** One line of a table as written. All spans count from the start of the line. */
export interface Row {
  /** The line without its line ending. */
  readonly source: string;
  /** Every cell that is written. There can be more or fewer cells than columns. */
  readonly cells: readonly Cell[];
  readonly leadingPipe: boolean;
  readonly closingPipe: boolean;
  /** The offsets of full-width pipes in place of `|`. */
  readonly fullWidthPipes: readonly number[];
  /**
   * `valid`: renderers accept it as a delimiter row. `broken`: only the author meant it as one (`—` instead of `-`).
   */
  readonly delimiter: 'valid' | 'broken' | undefined;
  /** A line such as `<<<<<<< HEAD`, which isn't a row. */
  readonly isConflictMarker: boolean;
}

export interface Cell {
  /** The cell as readers see it: trimmed, with `|` for `\|`. */
  readonly text: string;
  /** The trimmed source. For an empty cell, the empty span in its middle. */
  readonly span: Span;
  /** From pipe to pipe, with padding, without the pipes. */
  readonly outer: Span;
}

/** Whether readers see nothing in the cell: it's empty, or contains only characters without width. */
export function isEmptyCell({ text }: Pick<Cell, 'text'>): boolean {
  return text === '' || (text.length < 4 && seen(text) === '');
}

/** Consecutive table lines, whether or not renderers accept them as a table. Position-free. */
export interface Table {
  /** All lines in source order, including header and delimiter. */
  readonly rows: readonly Row[];
  /** The offset of each row from the start of the block. */
  readonly rowStarts: readonly number[];
  /** The index of the header row in `rows`. */
  readonly header: number | undefined;
  /** The index of the delimiter row in `rows`. */
  readonly delimiter: number | undefined;
  /** The column at which the text of the list item around the table begins; 0 outside of lists. */
  readonly margin: number;
}

export type TableKind = 'task' | 'refresh' | 'other';

/** A header cell and the column it names. */
export interface Column {
  /** The neutral ID; `undefined` for a column of another kind of table, or with an unknown name. */
  readonly id: TaskColumnId | RefreshColumnId | undefined;
  /** `exact`: a known spelling. `near`: a misspelling. `position`: known only from its position. */
  readonly by: 'exact' | 'near' | 'position' | undefined;
  readonly matches: readonly TermMatch<TaskColumnId | RefreshColumnId>[];
  /** The cell in the header row. `undefined` if the header is missing. */
  readonly cell: Cell | undefined;
}

/**
 * The information in the header. The same object as long as the header row doesn't change, so that it can key a cache
 * of findings in the rows.
 */
export interface TableSchema {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  /** How many columns readers see. */
  readonly width: number;
  /**
   * The letters in parentheses in the mandatory/optional header cell, mandatory first. Empty if there is no such
   * column.
   */
  readonly letters: readonly string[];
}

/** A table and what its surroundings say about it. */
export interface PlacedTable {
  readonly table: Table;
  readonly schema: TableSchema;
  /** Offset of the table in the file. */
  readonly start: number;
  /** Index of the nearest heading above, in `Playbook.headings`. */
  readonly heading: number | undefined;
  /** Index in `Playbook.tables` of the table that a blank line cut these rows off from. */
  readonly continues: number | undefined;
  /** Whether the previous line belongs to a paragraph: docfx then shows no table. */
  readonly afterText: boolean;
}

/** The row's cell in the column with the neutral ID `id`, by its position under the header. */
export function cellOf(row: Row, schema: TableSchema, id: TaskColumnId | RefreshColumnId): Cell | undefined {
  const index = columnIndex(schema, id);
  return index === -1 ? undefined : row.cells[index];
}

/** The offset in the file of the end of the last line of a table, without its line ending. */
export function endOfTable({ start, table }: PlacedTable): number {
  const last = table.rows.length - 1;
  return start + (table.rowStarts[last] ?? 0) + (table.rows[last]?.source.length ?? 0);
}

/** The index of the column with the neutral ID `id`; -1 if there is none. */
export function columnIndex(schema: TableSchema, id: TaskColumnId | RefreshColumnId): number {
  return schema.columns.findIndex((column) => column.id === id);
}

/**
 * Whether the row contains data: it's not the header, the delimiter or a conflict marker. `index` counts in
 * `table.rows`.
 */
export function isBodyRow(table: Table, index: number): boolean {
  const row = table.rows[index];
  return (
    index !== table.header &&
    index !== table.delimiter &&
    row !== undefined &&
    !row.isConflictMarker &&
    row.delimiter === undefined
  );
}

/** A row with data, and its offset in the table. */
export interface BodyRow {
  readonly row: Row;
  readonly start: number;
}

/** The rows with data, including unreadable ones. Everything that counts or lists tasks uses them. */
export function bodyRowsOf(table: Table): BodyRow[] {
  return table.rows.flatMap((row, index) =>
    isBodyRow(table, index) ? [{ row, start: table.rowStarts[index] ?? 0 }] : [],
  );
}

/** The text of a task ID cell without the link around it. Spans count from the row. */
export function taskIdIn(cell: Pick<Cell, 'text' | 'span'>): Located<string> {
  const linked = LINKED_ID.exec(cell.text);
  if (linked?.[1] === undefined) return { value: cell.text, span: cell.span };
  const start = cell.span.start + 1;
  return { value: linked[1].trim(), span: { start, end: start + linked[1].length } };
}

const LINKED_ID = /^\[([^\][]*)\]\([^)]*\)$/;
