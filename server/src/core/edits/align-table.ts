import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import type { TextEdit } from '../text/text-edit.js';
import { cellWidth } from './cell-width.js';
import { contentsOf, delimiterCell, evenRowsOf, sidesOf, type Side } from './even-rows.js';
import { padRow, writeDelimiter, type Padding } from './row-padding.js';
import { hasConflict, startOfRow } from './table-places.js';

/**
 * Pads the cells so that the columns line up in a fixed-width font, on the side that the delimiter row requires. Every
 * row gets a pipe at both ends. Rows whose cells don't match the columns don't change. A table with a merge conflict
 * doesn't change either, so that its two versions stay comparable.
 */
export function alignTable({ vocabulary }: Playbook, table: PlacedTable): readonly TextEdit[] {
  if (hasConflict(table)) return [];
  const rows = evenRowsOf(table, vocabulary).map((even) => ({ ...even, widths: contentsOf(even).map(cellWidth) }));
  const sides = sidesOf(table);
  const columns = sides.map((_, column) =>
    widest(rows.flatMap(({ index, widths }) => (index === table.table.delimiter ? [] : (widths[column] ?? 0)))),
  );
  return rows.flatMap((even) => {
    const start = startOfRow(table, even.index);
    if (even.index === table.table.delimiter)
      return writeDelimiter(
        even,
        sides.map((side, column) => delimiterCell(side, columns[column] ?? 0)),
        start,
      );
    return padRow(
      even,
      sides.map((side, column) => paddingFor(side, (columns[column] ?? 0) - (even.widths[column] ?? 0))),
      start,
    );
  });
}

/** A delimiter row needs three characters in each column. */
function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 3);
}

/** The padding of a cell that is `free` columns narrower than the widest. */
function paddingFor(side: Side, free: number): Padding {
  const left = side === 'right' ? free : side === 'center' ? Math.floor(free / 2) : 0;
  return { left: left + 1, right: free - left + 1 };
}
