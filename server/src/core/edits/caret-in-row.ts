import { readRow } from '../parse/row.js';
import type { Span } from '../text/span.js';

/** The caret position in a new row at `start`: in its first empty cell, otherwise at its first text. */
export function placeIn(row: string, start: number): Span {
  const { cells } = readRow(row, 0);
  const empty = cells.find(({ text }) => text === '');
  const at =
    start +
    (empty === undefined
      ? (cells[0]?.span.start ?? 0)
      : empty.outer.start + Math.min(1, empty.outer.end - empty.outer.start));
  return { start: at, end: at };
}
