import { defineMessages } from '../../messages/index.js';
import { isBodyRow } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../text/span.js';
import type { EditResult } from './edit-result.js';
import { hasConflict, IN_CONFLICT, NOT_A_ROW, rowAt, type RowPlace } from './table-places.js';

const texts = defineMessages('escape-pipe', {
  noPipe: 'The cell has no pipe after it here',
  dividesColumns: "This pipe separates two columns: the row doesn't have too many cells",
});

/**
 * Escapes pipes that divide a cell: the selected pipes; without a selection, the pipe next to the caret, otherwise the
 * one that ends the cell at the caret. A row keeps at least as many cells as the table has columns.
 */
export function escapePipe(playbook: Playbook, span: Span): EditResult {
  const place = rowAt(playbook, span.start);
  if (place === undefined) return NOT_A_ROW;
  if (hasConflict(place.table)) return IN_CONFLICT;
  const inRow = { start: span.start - place.start, end: span.end - place.start };
  const inner = innerPipes(place);
  const pipes =
    inRow.start < inRow.end
      ? inner.filter((pipe) => pipe >= inRow.start && pipe < inRow.end)
      : pipeAt(inner, inRow.start);
  if (pipes.length === 0) return { refused: texts.noPipe };
  if (place.row.cells.length - pipes.length < widthFor(place)) return { refused: texts.dividesColumns };
  return pipes.map((pipe) => ({ span: { start: place.start + pipe, end: place.start + pipe }, newText: '\\' }));
}

/** The offsets of the pipes between two cells. */
function innerPipes({ row }: RowPlace): number[] {
  return row.cells
    .slice(0, -1)
    .map(({ outer }) => outer.end)
    .filter((at) => row.source[at] === '|');
}

function pipeAt(pipes: readonly number[], offset: number): number[] {
  const beside = pipes.find((pipe) => pipe === offset || pipe + 1 === offset);
  const pipe = beside ?? pipes.find((at) => at > offset) ?? pipes[pipes.length - 1];
  return pipe === undefined ? [] : [pipe];
}

/** How many cells the row needs. A header defines that itself, unless its delimiter row differs. */
function widthFor({ table: { table, schema }, index }: RowPlace): number {
  return isBodyRow(table, index) ? schema.width : (table.rows[table.delimiter ?? -1]?.cells.length ?? schema.width);
}
