import { defineMessages } from '../../messages/index.js';
import { endOfTable, isBodyRow, type PlacedTable, type Row } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../text/span.js';
import type { Refusal } from './edit-result.js';

const texts = defineMessages('table-places', {
  notRow: "This isn't a row of a table",
  notTaskRow: "This isn't a row of a task table",
  inConflict: 'The table has a merge conflict. Resolve it first',
});

/** A line of a table and its position. */
export interface RowPlace {
  readonly table: PlacedTable;
  /** The index in the rows of the table. */
  readonly index: number;
  readonly row: Row;
  /** The offset of the line in the file. */
  readonly start: number;
}

/** The table with a line at `offset`. */
export function tableAt(playbook: Playbook, offset: number): PlacedTable | undefined {
  return rowAt(playbook, offset)?.table;
}

/** The line of a table at `offset`, which may be at its end. */
export function rowAt(playbook: Playbook, offset: number): RowPlace | undefined {
  return rowsTouching(playbook, { start: offset, end: offset })[0];
}

/** The tables that have a line in `span`, in source order. */
export function tablesTouching({ tables }: Playbook, span: Span): PlacedTable[] {
  return tables.filter((table) => table.start <= span.end && endOfTable(table) >= span.start);
}

/** The lines of the first table in `span`. A selection that ends at the start of a line doesn't include the line. */
export function rowsTouching(playbook: Playbook, span: Span): RowPlace[] {
  for (const table of tablesTouching(playbook, span)) {
    const rows = table.table.rows.flatMap((row, index): RowPlace[] => {
      const start = startOfRow(table, index);
      const isAfter = span.start < span.end ? start >= span.end : start > span.end;
      return isAfter || start + row.source.length < span.start ? [] : [{ table, index, row, start }];
    });
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The lines that contain data. */
export function bodyRows(rows: readonly RowPlace[]): RowPlace[] {
  return rows.filter(({ table, index }) => isBodyRow(table.table, index));
}

export function rowPlaceAt(table: PlacedTable, index: number): RowPlace | undefined {
  const row = table.table.rows[index];
  return row === undefined ? undefined : { table, index, row, start: startOfRow(table, index) };
}

/** The offset of a line of the table in the file. */
export function startOfRow({ table, start }: PlacedTable, index: number): number {
  return start + (table.rowStarts[index] ?? 0);
}

/** The offset of the end of a line, without its line ending. */
export function endOfRow(table: PlacedTable, index: number): number {
  return startOfRow(table, index) + (table.table.rows[index]?.source.length ?? 0);
}

/** The caret isn't in a table. */
export const NOT_A_ROW: Refusal = { refused: texts.notRow };

/** The caret isn't in a task table, or is in its header. */
export const NOT_A_TASK_ROW: Refusal = { refused: texts.notTaskRow };

/** Why a table with a merge conflict isn't changed. */
export const IN_CONFLICT: Refusal = { refused: texts.inConflict };

/** Whether the table contains the two sides of a merge conflict. */
export function hasConflict({ table }: PlacedTable): boolean {
  return table.rows.some((row) => row.isConflictMarker);
}
