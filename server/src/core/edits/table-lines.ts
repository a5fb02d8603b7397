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
  const split = oddRowsOf(table, schema, vocabulary).find(
    ({ index: at, shape }) => shape.kind === 'split' && (at === index || at + 1 === index),
  );
  return split === undefined ? { first: index, last: index } : { first: split.index, last: split.index + 1 };
}

/** The line end between the lines of a table; that of the page where the table has one line only. */
export function lineEndOfTable({ text }: Playbook, table: PlacedTable): string {
  const between = table.table.rows.length > 1 ? text.slice(endOfRow(table, 0), startOfRow(table, 1)) : '';
  return lineEndOf(between === '' ? text : between);
}

/** Whether a blank line cuts rows off below the table, or the table itself is what was cut off. */
export function isCut({ tables }: Playbook, table: PlacedTable): boolean {
  return (
    table.continues !== undefined ||
    tables.some(({ continues }) => continues !== undefined && tables[continues] === table)
  );
}
