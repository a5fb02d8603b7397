import type { Located, Span } from '../text/span.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { RefreshColumnId, TaskColumnId } from '../vocabulary/vocabulary.js';

/** One line of a table, as its author wrote it. All spans count from the start of the line. */
export interface Row {
  /** The line without its line end. */
  readonly source: string;
  /** Every cell written, which may be more or fewer than the table has columns. */
  readonly cells: readonly Cell[];
  readonly leadingPipe: boolean;
  readonly closingPipe: boolean;
  /** Offsets of full-width pipes that stand where `|` was meant. */
  readonly fullWidthPipes: readonly number[];
  /** `valid`: a renderer takes it for a delimiter row. `broken`: only its author does (`—` for `-`). */
  readonly delimiter: 'valid' | 'broken' | undefined;
  /** `<<<<<<< HEAD` and its kin: no row at all. */
  readonly isConflictMarker: boolean;
}

export interface Cell {
  /** The cell as a reader sees it: trimmed, `\|` is `|`. */
  readonly text: string;
  /** The trimmed source. An empty cell has the empty span in its middle. */
  readonly span: Span;
  /** From pipe to pipe, padding included, pipes not. */
  readonly outer: Span;
}

/** A run of table lines, whether or not a renderer would take it for a table. Position-free. */
export interface Table {
  /** All lines in source order, header and delimiter included. */
  readonly rows: readonly Row[];
  /** Offset of each row from the start of the block. */
  readonly rowStarts: readonly number[];
  /** Index of the header row in `rows`. */
  readonly header: number | undefined;
  /** Index of the delimiter row in `rows`. */
  readonly delimiter: number | undefined;
}

export type TableKind = 'task' | 'refresh' | 'other';

/** A header cell and the column it names. */
export interface Column {
  /** Neutral id; `undefined` for a column of another table, or one whose name nobody knows. */
  readonly id: TaskColumnId | RefreshColumnId | undefined;
  /** `exact`: the vocabulary knows the spelling. `near`: a slip away from one. `position`: told from its place alone. */
  readonly by: 'exact' | 'near' | 'position' | undefined;
  readonly matches: readonly TermMatch<TaskColumnId | RefreshColumnId>[];
  /** In the header row. `undefined` when the header is missing. */
  readonly cell: Cell | undefined;
}

/**
 * What the header says about the rows. The same object as long as the header row stays as it is, so that it can key a
 * cache of what was found in the rows.
 */
export interface TableSchema {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  /** How many columns a reader sees. */
  readonly width: number;
  /** The letters in parentheses in the mandatory/optional header cell, mandatory first. Empty without such a column. */
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
  /** Whether the line above belongs to a paragraph: docfx then shows no table. */
  readonly afterText: boolean;
}

/** The row's cell in the column with neutral id `id`, by its place under the header. */
export function cellOf(row: Row, schema: TableSchema, id: TaskColumnId | RefreshColumnId): Cell | undefined {
  const index = columnIndex(schema, id);
  return index === -1 ? undefined : row.cells[index];
}

/** Offset in the file where the last line of a table ends, its line end not included. */
export function endOfTable({ start, table }: PlacedTable): number {
  const last = table.rows.length - 1;
  return start + (table.rowStarts[last] ?? 0) + (table.rows[last]?.source.length ?? 0);
}

/** Place of the column with neutral id `id`; -1 without one. */
export function columnIndex(schema: TableSchema, id: TaskColumnId | RefreshColumnId): number {
  return schema.columns.findIndex((column) => column.id === id);
}

/** Whether the row holds data: not the header, the delimiter, or a conflict marker. `index` counts in `table.rows`. */
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

/** A row that holds data, and where it starts in its table. */
export interface BodyRow {
  readonly row: Row;
  readonly start: number;
}

/** The rows that hold data, also those that cannot be read: what a table counts as its tasks, wherever they are counted or listed. */
export function bodyRowsOf(table: Table): BodyRow[] {
  return table.rows.flatMap((row, index) =>
    isBodyRow(table, index) ? [{ row, start: table.rowStarts[index] ?? 0 }] : [],
  );
}

/** A task ID cell without the link around it. Spans count from the row. */
export function taskIdIn(cell: Cell): Located<string> {
  const linked = LINKED_ID.exec(cell.text);
  if (linked?.[1] === undefined) return { value: cell.text, span: cell.span };
  const start = cell.span.start + 1;
  return { value: linked[1].trim(), span: { start, end: start + linked[1].length } };
}

const LINKED_ID = /^\[([^\][]*)\]\([^)]*\)$/;
