import { isEmptyCell, type Row } from '../model/tables.js';
import type { Span } from '../text/span.js';
import { cutShort } from './task-rows.js';

/** The text beyond the last column, which GitHub and VS Code omit. */
export function lostText(row: Row, width: number): string {
  return cutShort(
    lostCells(row, width)
      .map(({ text }) => text)
      .join(' | '),
  );
}

/** The span of that text in the row. */
export function lostSpan(row: Row, width: number): Span {
  const lost = lostCells(row, width);
  return { start: lost[0]?.span.start ?? 0, end: lost[lost.length - 1]?.span.end ?? row.source.length };
}

function lostCells({ cells }: Row, width: number): Row['cells'] {
  return cells.slice(width).filter((cell) => !isEmptyCell(cell));
}

/** Whether the cell at `index` is before the first or after the last pipe of the row. */
export function isOutsidePipes({ cells, leadingPipe, closingPipe }: Row, index: number): boolean {
  return (index === 0 && !leadingPipe) || (index === cells.length - 1 && !closingPipe);
}
