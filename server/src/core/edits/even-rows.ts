import type { Playbook } from '../model/playbook.js';
import type { PlacedTable, Row } from '../model/tables.js';
import { trimmed, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { hasPipe } from '../dialect/renderers.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { fullWidthEnds } from '../dialect/row-shape.js';

/** A row with one cell per column. */
export interface EvenRow {
  readonly index: number;
  readonly row: Row;
  /** The span of each cell without the surrounding white space; comments are included. Offsets in the row. */
  readonly contents: readonly Span[];
}

/**
 * The rows whose columns only white space aligns: header, delimiter row and intact rows.
 * All other rows stay as they are until someone corrects them, because their layout shows what is wrong: rows of
 * another width, two rows on one line, a row on two lines, conflict markers, lines without a pipe, full-width pipes,
 * and delimiter rows that no renderer accepts, such as one with a comment. In docfx, pipes without anything between
 * them are a delimiter row if a table has no other, which spaces would change. A lone pipe isn't a cell for GitHub, and
 * a second pipe would make it one.
 */
export function evenRowsOf({ table, schema }: PlacedTable, vocabulary: Vocabulary): EvenRow[] {
  const odd = new Set<number>();
  for (const { index, shape } of oddRowsOf(table, schema, vocabulary)) {
    if (!HARMLESS.has(shape.kind)) odd.add(index);
    if (shape.kind === 'split') odd.add(index + 1);
  }
  return table.rows.flatMap((row, index) => {
    const isDelimiter = index === table.delimiter;
    const isEven = row.cells.length === schema.width && hasPipe(row) && !row.isConflictMarker && !odd.has(index);
    if (!isEven || row.delimiter !== (isDelimiter ? 'valid' : undefined) || hasFullWidthPipe(row)) return [];
    const contents = row.cells.map(({ outer }) => trimmed(row.source, outer));
    const isEmpty = contents.every(({ start, end }) => start === end);
    if (isEmpty && (table.delimiter === undefined || !row.closingPipe)) return [];
    const holdsComment = contents.some(
      ({ end }, cell) => end !== row.cells[cell]?.span.end && row.cells[cell]?.text !== '',
    );
    return isDelimiter && holdsComment ? [] : [{ index, row, contents }];
  });
}

/** The number of all other rows. */
export function unevenRows({ vocabulary }: Playbook, table: PlacedTable): number {
  return table.table.rows.length - evenRowsOf(table, vocabulary).length;
}

const HARMLESS: ReadonlySet<string> = new Set(['blank', 'repeated-header', 'header-width', 'swapped']);

function hasFullWidthPipe(row: Row): boolean {
  return row.fullWidthPipes.length > 0 || fullWidthEnds(row).length > 0;
}

/** The source of each cell, without the surrounding white space. */
export function contentsOf({ row, contents }: EvenRow): string[] {
  return contents.map(({ start, end }) => row.source.slice(start, end));
}

/** The two colons of a delimiter cell, which align the column. */
export type Side = 'none' | 'left' | 'center' | 'right';

/** The alignment of each column; `none` for all of them if the table has no delimiter row. */
export function sidesOf({ table, schema }: PlacedTable): readonly Side[] {
  const delimiter = table.rows[table.delimiter ?? -1];
  return Array.from({ length: schema.width }, (_, index) => sideOf(delimiter?.cells[index]?.text ?? ''));
}

function sideOf(cell: string): Side {
  if (cell.startsWith(':')) return cell.length > 1 && cell.endsWith(':') ? 'center' : 'left';
  return cell.endsWith(':') ? 'right' : 'none';
}

/** A delimiter cell of the given width. */
export function delimiterCell(side: Side, width: number): string {
  const left = side === 'left' || side === 'center' ? ':' : '';
  const right = side === 'right' || side === 'center' ? ':' : '';
  return left + '-'.repeat(Math.max(3, width) - left.length - right.length) + right;
}
