import { isBodyRow, type PlacedTable } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { cellWidth } from './cell-width.js';
import { contentsOf, evenRowsOf, sidesOf, type EvenRow, type Side } from './even-rows.js';
import { indentOf } from './row-padding.js';
import { smallest } from '../text/lists.js';

/** The layout of the rows in a table, so that a new row looks like the others. */
export interface RowLayout {
  readonly indent: string;
  readonly columns: readonly ColumnLayout[];
}

export interface ColumnLayout {
  /** The number of spaces beside the text: 0 or 1. */
  readonly left: number;
  readonly right: number;
  /** From pipe to pipe, in a table whose columns line up. */
  readonly width: number | undefined;
  readonly side: Side;
}

/** The layout of the lines in a compact table. */
export function compactLayout(width: number): RowLayout {
  return {
    indent: '',
    columns: Array.from({ length: width }, () => ({ left: 1, right: 1, width: undefined, side: 'none' as const })),
  };
}

/** The row in the layout of the table. A text that is wider than its column takes the space that it needs. */
export function writeRow({ indent, columns }: RowLayout, cells: readonly string[]): string {
  return `${indent}|${columns.map((column, index) => `${writeCell(column, cells[index] ?? '')}|`).join('')}`;
}

/** One cell, from pipe to pipe. */
export function writeCell({ left, right, width, side }: ColumnLayout, text: string): string {
  // A backslash directly before a pipe would escape it.
  const after = text.endsWith('\\') ? Math.max(1, right) : right;
  const free = (width ?? 0) - cellWidth(text) - left - after;
  if (free < 0 && text === '') return left + right > 0 ? ' ' : '';
  const before = free < 0 || side === 'none' || side === 'left' ? 0 : side === 'right' ? free : Math.floor(free / 2);
  return ' '.repeat(left + before) + text + ' '.repeat(after + Math.max(0, free) - before);
}

/** The layout of the rows near line `near`. */
export function layoutOf(table: PlacedTable, near: number, vocabulary: Vocabulary): RowLayout {
  const { rows, body, lined } = linesOf(vocabulary)(table);
  const model =
    [...body].reverse().find(({ index }) => index <= near) ??
    body[0] ??
    rows.find(({ index }) => index === table.table.header);
  if (model === undefined) return compactLayout(table.schema.width);
  const indent = indentOf(model.row.source);
  return { indent, columns: lined ?? paddingsOf(model) };
}

/** The common layout of all rows of a table. Cached, because editing many cells needs it for each of them. */
const linesOf = memoized((vocabulary: Vocabulary) =>
  memoized((table: PlacedTable) => {
    const rows = evenRowsOf(table, vocabulary);
    const body = rows.filter(({ index }) => isBodyRow(table.table, index));
    const lined = linedUp(rows, body);
    return { rows, body, lined: lined === undefined ? undefined : linedColumns(lined, table) };
  }),
);

/** The columns of a table that doesn't line up: with the spaces of the model row. */
function paddingsOf(model: EvenRow): ColumnLayout[] {
  const written = model.contents.map((content, index) => ({
    left: Math.min(1, content.start - (model.row.cells[index]?.outer.start ?? 0)),
    right: Math.min(1, (model.row.cells[index]?.outer.end ?? 0) - content.end),
    isEmpty: content.start === content.end,
  }));
  // A last cell without a closing pipe has no space after it, whatever the style.
  const filled = written.filter(
    ({ isEmpty }, index) => !isEmpty && (index < written.length - 1 || model.row.closingPipe),
  );
  const usual = filled[0] ?? { left: 1, right: 1 };
  return written.map((cell) => {
    const { left, right } = filled.includes(cell) ? cell : usual;
    return { left, right, width: undefined, side: 'none' };
  });
}

interface LinedRow extends EvenRow {
  /** Of each cell, from pipe to pipe. */
  readonly widths: readonly number[];
}

/**
 * The rows whose pipes line up, if these are most rows of the table; some may have a text that didn't fit. `undefined`
 * if the table doesn't line up, or only by chance: no cell has more than one space at its end.
 */
function linedUp(rows: readonly EvenRow[], body: readonly EvenRow[]): readonly LinedRow[] | undefined {
  const groups = new Map<string, LinedRow[]>();
  for (const even of rows) {
    const widths = even.row.cells.map(({ outer }) => cellWidth(even.row.source.slice(outer.start, outer.end)));
    const group = groups.get(widths.join());
    if (group === undefined) groups.set(widths.join(), [{ ...even, widths }]);
    else group.push({ ...even, widths });
  }
  const [largest = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  const isPadded = body.some(({ row, contents }) =>
    contents.some(({ start, end }, index) => end > start && (row.cells[index]?.outer.end ?? 0) - end > 1),
  );
  const isMost = isPadded ? largest.length * 2 >= rows.length : largest.length === rows.length;
  return largest.length > 1 && isMost ? largest : undefined;
}

function linedColumns(rows: readonly LinedRow[], table: PlacedTable): ColumnLayout[] {
  const sides = sidesOf(table);
  const body = rows.filter(({ index }) => isBodyRow(table.table, index));
  const models = body.length > 0 ? body : rows.filter(({ index }) => index === table.table.header);
  return sides.map((side, column) => {
    const gaps = models.flatMap((even) => gapsIn(even, column));
    const left = Math.min(1, smallest(gaps.map((gap) => gap.left)));
    const right = Math.min(1, smallest(gaps.map((gap) => gap.right)));
    return { left, right, width: rows[0]?.widths[column], side: usualSide(gaps, side) };
  });
}

interface Gap {
  readonly left: number;
  readonly right: number;
}

function gapsIn(even: EvenRow, column: number): Gap[] {
  const content = even.contents[column];
  const outer = even.row.cells[column]?.outer;
  if (content === undefined || outer === undefined || contentsOf(even)[column] === '') return [];
  return [{ left: content.start - outer.start, right: outer.end - content.end }];
}

/** The actual alignment of the texts in a column; if they fill the column, the alignment in the delimiter row. */
function usualSide(gaps: readonly Gap[], side: Side): Side {
  const telling = gaps.filter(({ left, right }) => left + right > 3);
  const count = (is: (gap: Gap) => boolean): number => telling.filter(is).length;
  if (telling.length === 0) return side;
  const atLeft = count(({ left }) => left <= 1);
  const centered = count(({ left, right }) => left > 1 && Math.abs(left - right) <= 1);
  if (atLeft * 2 >= telling.length) return 'none';
  return centered * 2 >= telling.length ? 'center' : 'right';
}
