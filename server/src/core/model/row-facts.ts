import { itemFacts, type Fact } from '../text/item-facts.js';
import { isBodyRow, type Row, type Table } from './tables.js';

/**
 * What `read` says about each row with data, see `itemFacts`: a table may have thousands of rows. `read` is a pure
 * function.
 */
export function rowFacts<Value>(read: (row: Row) => Value | undefined): (table: Table) => readonly Fact<Value>[] {
  return itemFacts({
    itemsOf: ({ rows }: Table) => rows,
    read: (row, index, table) => (isBodyRow(table, index) ? read(row) : undefined),
    areAlike: (one, other) => one.header === other.header && one.delimiter === other.delimiter,
  });
}
