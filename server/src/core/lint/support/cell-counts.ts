import type { Row } from '../../model/tables.js';
import { shift, type Span } from '../../text/span.js';
import type { Fix } from '../rule.js';
import { cutShort } from './task-rows.js';

/** The text to the right of the last column, which GitHub and VS Code leave out. */
export function lostText(row: Row, width: number): string {
  return cutShort(lostCells(row, width).map(({ text }) => text).join(' | '));
}

/** Where that text stands in the row. */
export function lostSpan(row: Row, width: number): Span {
  const lost = lostCells(row, width);
  return { start: lost[0]?.span.start ?? 0, end: lost[lost.length - 1]?.span.end ?? row.source.length };
}

function lostCells({ cells }: Row, width: number): Row['cells'] {
  return cells.slice(width).filter(({ text }) => text !== '');
}

/** Deletes the cell at `index` and the pipe that ends it. */
export function deleteCell({ cells }: Row, index: number, start: number): Fix {
  const { outer } = cells[index] ?? { outer: { start: 0, end: 0 } };
  return {
    title: 'Delete the empty cell',
    edits: [{ span: shift({ start: outer.start, end: outer.end + 1 }, start), newText: '' }],
    applicability: 'suggestion',
  };
}

/** Makes the pipe at `pipe` a character of its cell. */
export function escapePipe(pipe: number, start: number): Fix {
  return {
    title: 'Escape the pipe: "\\|"',
    edits: [{ span: shift({ start: pipe, end: pipe }, start), newText: '\\' }],
    applicability: 'suggestion',
  };
}
