import type { Playbook } from '../model/playbook.js';
import type { Cell, PlacedTable, Row, Table } from '../model/tables.js';
import { shift, type Span } from '../text/span.js';
import { mentionAt } from './caret-mention.js';
import type { CaretPlace, CellPlace } from './caret-place.js';
import { lastStarting } from './lookup.js';

/** The caret place in a line of a table; `undefined` outside tables. */
export function tablePlaceAt(playbook: Playbook, offset: number): CaretPlace | undefined {
  const found = caretRowAt(playbook, offset);
  if (found === undefined) return undefined;
  const { placed, index, row, start } = found;
  const common = { placed, index, row, start, part: partOf(placed, index) };
  // A header that is being typed can get any number of columns.
  const isFull = common.part !== 'header' && row.cells.length >= placed.schema.width;
  const cell = cellAt(row, isFull, offset - start);
  if (cell === undefined) return { kind: 'row', ...common };
  const column = placed.schema.columns[cell.index];
  const place: CellPlace = {
    kind: 'cell',
    ...common,
    cell: cell.index,
    column,
    span: shift(cell.span, start),
    outer: shift(cell.outer, start),
  };
  return (
    (column?.id === 'what' && place.part === 'body'
      ? mentionAt(playbook, place.outer, offset, 'refresh-log')
      : undefined) ?? place
  );
}

/** A row of a table, and its position in the file. */
export interface CaretRow {
  readonly placed: PlacedTable;
  readonly index: number;
  readonly row: Row;
  readonly start: number;
}

/** The row at `offset`. */
function caretRowAt({ tables }: Playbook, offset: number): CaretRow | undefined {
  const placed = tables[lastStarting(tables, offset, ({ start }) => start)];
  if (placed === undefined) return undefined;
  const { table } = placed;
  const index = lastStarting(table.rowStarts, offset - placed.start, (start) => start);
  const row = table.rows[index];
  const start = placed.start + (table.rowStarts[index] ?? 0);
  return row === undefined || row.isConflictMarker || offset > start + row.source.length
    ? undefined
    : { placed, index, row, start };
}

function partOf({ table, schema, continues }: PlacedTable, index: number): CellPlace['part'] {
  if (index === table.header) return 'header';
  if (index === table.delimiter || isDelimiterToBe(table, index)) return 'delimiter';
  // A single first line is an incomplete header, unless it's known to contain tasks.
  const isAlone =
    table.header === undefined && table.delimiter === undefined && continues === undefined && schema.kind !== 'task';
  return isAlone && index === 0 ? 'header' : 'body';
}

/** Whether a line directly after the header has only pipes and dashes so far. */
function isDelimiterToBe({ rows, delimiter }: Table, index: number): boolean {
  return index === 1 && delimiter === undefined && /^[|\s:-]*$/.test(rows[index]?.source ?? 'x');
}

interface CellAt {
  readonly index: number;
  readonly span: Span;
  readonly outer: Span;
}

/** The cell at `at`; all offsets count from the row. `isFull`: the row has one cell per column. */
function cellAt({ source, cells, closingPipe }: Row, isFull: boolean, at: number): CellAt | undefined {
  const index = cells.findIndex(({ outer }) => outer.start <= at && at <= outer.end);
  const cell = cells[index];
  if (cell !== undefined) return { index, span: writtenIn(cell, at), outer: cell.outer };
  const last = cells[cells.length - 1];
  if (last === undefined || at < last.outer.end) return undefined;
  const end = last.outer.end + (closingPipe ? 1 : 0);
  if (source.slice(end).trim() !== '') return undefined;
  // Spaces at the end of the line continue the last cell, or start a new one after its pipe.
  if (!closingPipe)
    return {
      index: cells.length - 1,
      span: writtenIn(last, at),
      outer: { start: last.outer.start, end: source.length },
    };
  return isFull
    ? undefined
    : { index: cells.length, span: { start: at, end: at }, outer: { start: end, end: source.length } };
}

function writtenIn({ span }: Cell, at: number): Span {
  return span.start === span.end ? { start: at, end: at } : span;
}
