import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import { lineEndOf } from '../text/line-ends.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { endOfRow, startOfRow } from './table-places.js';

/** Consecutive lines of a table, first and last included: one row, or a row that continues on the next line. */
export interface Unit {
  readonly first: number;
  readonly last: number;
}

/** The unit that contains line `index`. */
export function unitAt({ vocabulary }: Playbook, { table, schema }: PlacedTable, index: number): Unit {
  const split = oddRowsOf(table, schema, vocabulary).find(
    ({ index: at, shape }) => shape.kind === 'split' && (at === index || at + 1 === index),
  );
  return split === undefined ? { first: index, last: index } : { first: split.index, last: split.index + 1 };
}

/** The line ending between the lines of a table; for a table with only one line, that of the page. */
export function lineEndOfTable({ text }: Playbook, table: PlacedTable): string {
  const between = table.table.rows.length > 1 ? text.slice(endOfRow(table, 0), startOfRow(table, 1)) : '';
  return lineEndOf(between === '' ? text : between);
}

/** Whether a blank line separates rows from this table, or this table from its header. */
export function isCut({ tables }: Playbook, table: PlacedTable): boolean {
  return (
    table.continues !== undefined ||
    tables.some(({ continues }) => continues !== undefined && tables[continues] === table)
  );
}
