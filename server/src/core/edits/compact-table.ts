import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import type { TextEdit } from '../text/text-edit.js';
import { delimiterCell, evenRowsOf, sidesOf } from './even-rows.js';
import { padRow, writeDelimiter } from './row-padding.js';
import { hasConflict, startOfRow } from './table-places.js';

/**
 * One space on either side of a text, one space in an empty cell, the shortest delimiter row: a change in one row then
 * never changes another. Every row gets a pipe at both ends. Rows whose cells don't match the columns don't change, and
 * neither does a table with a merge conflict.
 */
export function compactTable({ vocabulary }: Playbook, table: PlacedTable): readonly TextEdit[] {
  if (hasConflict(table)) return [];
  const delimiters = sidesOf(table).map((side) => delimiterCell(side, 3));
  return evenRowsOf(table, vocabulary).flatMap((even) => {
    const start = startOfRow(table, even.index);
    if (even.index === table.table.delimiter) return writeDelimiter(even, delimiters, start);
    return padRow(
      even,
      even.contents.map((content) => ({ left: 1, right: content.start === content.end ? 0 : 1 })),
      start,
    );
  });
}
