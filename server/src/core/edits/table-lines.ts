import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import { lineEndOf } from '../lint/support/line-ends.js';
import { oddRowsOf } from '../lint/support/row-shape.js';
import { endOfRow, startOfRow } from './table-places.js';

/** Lines of a table that belong together, both included: one row, or a row that goes on in the next line. */
export interface Unit {
  readonly first: number;
  readonly last: number;
}

/** The unit that holds line `index`. */
export function unitAt({ vocabulary }: Playbook, { table, schema }: PlacedTable, index: number): Unit {
  const split = oddRowsOf(table, schema, vocabulary).find(({ index: at, shape }) => shape.kind === 'split' && (at === index || at + 1 === index));
  return split === undefined ? { first: index, last: index } : { first: split.index, last: split.index + 1 };
}

/** The line end between the lines of a table; that of the page where the table has one line only. */
export function lineEndIn({ text }: Playbook, table: PlacedTable): string {
  const between = table.table.rows.length > 1 ? text.slice(endOfRow(table, 0), startOfRow(table, 1)) : '';
  return lineEndOf(between === '' ? text : between);
}

/** Whether nothing but one line end stands between line `index` and the next: no blank line cuts the table. */
export function isNextLine({ text }: Playbook, table: PlacedTable, index: number): boolean {
  return /^(?:\r\n|\n|\r)$/.test(text.slice(endOfRow(table, index), startOfRow(table, index + 1)));
}

/** Whether a blank line cuts the lines of the table in two. */
export function isCut(playbook: Playbook, table: PlacedTable): boolean {
  return table.table.rows.slice(1).some((_, index) => !isNextLine(playbook, table, index));
}
