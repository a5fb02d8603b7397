import type { Playbook } from '../model/playbook.js';
import { endOfTable, type PlacedTable } from '../model/tables.js';
import { shift, type Span } from '../text/span.js';

/**
 * The text of the cell after or before the one at `offset`, across rows; the delimiter row is skipped. `undefined`
 * outside a table, and at its ends.
 */
export function nextCell({ tables }: Playbook, offset: number, direction: 'next' | 'previous'): Span | undefined {
  const table = tables.find((placed) => placed.start <= offset && offset <= endOfTable(placed));
  if (table === undefined) return undefined;
  const cells = cellsOf(table);
  if (direction === 'next') return cells.find(({ outer }) => outer.start > offset)?.content;
  const current = cells.findIndex(({ outer }) => outer.end >= offset);
  return cells[(current === -1 ? cells.length : current) - 1]?.content;
}

interface CellSpans {
  readonly outer: Span;
  readonly content: Span;
}

/** The cells of every line except the delimiter row and conflict markers, with offsets in the file. */
function cellsOf({ start, table }: PlacedTable): CellSpans[] {
  return table.rows.flatMap((row, index) => {
    if (index === table.delimiter || row.isConflictMarker) return [];
    const offset = start + (table.rowStarts[index] ?? 0);
    return row.cells.map(({ outer, span }) => ({ outer: shift(outer, offset), content: shift(span, offset) }));
  });
}
