import { rowFacts } from '../model/row-facts.js';
import { isBodyRow, type Row, type Table, type TableSchema } from '../model/tables.js';
import type { Fact } from '../text/item-facts.js';
import { memoized } from '../text/memo.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { isTaskId } from './column-fit.js';
import { shapesUnder, type RowShape } from './row-shape.js';

/** Defects that are detectable only from other rows. */
export type TableRowShape =
  | RowShape
  /** The row goes on in the next line. */
  | { readonly kind: 'split'; readonly rest: Row; readonly restStart: number }
  /** Most rows have the same number of cells, and the header another. */
  | { readonly kind: 'header-width'; readonly width: number; readonly rows: number; readonly of: number };

/** A row that isn't intact. */
export interface OddRow {
  readonly index: number;
  readonly row: Row;
  /** The offset of the row in the table. */
  readonly start: number;
  readonly shape: TableRowShape;
}

/** The rows of a table that aren't intact, in source order. */
export function oddRowsOf(table: Table, schema: TableSchema, vocabulary: Vocabulary): readonly OddRow[] {
  return oddRows(vocabulary)(schema)(table);
}

const oddRows = memoized((vocabulary: Vocabulary) =>
  memoized((schema: TableSchema) => {
    const shapeIn = shapesUnder(vocabulary)(schema);
    const notIntact = rowFacts((row) => (shapeIn(row).kind === 'whole' && row.closingPipe ? undefined : row));
    return memoized((table: Table) => findOddRows(table, notIntact(table), schema, vocabulary));
  }),
);

function findOddRows(
  table: Table,
  notIntact: readonly Fact<Row>[],
  schema: TableSchema,
  vocabulary: Vocabulary,
): readonly OddRow[] {
  const odd: OddRow[] = [];
  const shapeIn = shapesUnder(vocabulary)(schema);
  let splits = 0;
  let next = 0;
  for (const { index, value: row } of notIntact) {
    if (index < next) continue;
    const shape = shapeIn(row);
    const split =
      schema.kind === 'task' && MAY_GO_ON.has(shape.kind) ? splitRow(table, index, schema, vocabulary) : undefined;
    if (shape.kind === 'whole' && split === undefined) continue;
    odd.push({ index, row, start: table.rowStarts[index] ?? 0, shape: split ?? shape });
    if (split === undefined) continue;
    splits++;
    next = index + 2;
  }
  return withoutHeaderFault(odd, splits, table);
}

const MAY_GO_ON: ReadonlySet<RowShape['kind']> = new Set<RowShape['kind']>(['whole', 'merged', 'too-few']);

/** The next line, if the two together form one row. */
function splitRow(table: Table, index: number, schema: TableSchema, vocabulary: Vocabulary): TableRowShape | undefined {
  const row = table.rows[index];
  const rest = table.rows[index + 1];
  if (row === undefined || rest === undefined || !isBodyRow(table, index + 1)) return undefined;
  if (!isTaskId(row.cells[0], vocabulary) || isTaskId(rest.cells[0], vocabulary) || rest.cells.length >= schema.width)
    return undefined;
  if (row.cells.length >= schema.width && (row.closingPipe || !rest.closingPipe)) return undefined;
  const together = row.cells.length + rest.cells.length;
  const cutInCell = !row.closingPipe && !rest.leadingPipe && together - 1 === schema.width;
  return cutInCell || together === schema.width
    ? { kind: 'split', rest, restStart: table.rowStarts[index + 1] ?? 0 }
    : undefined;
}

/** If the rows agree with each other but not with the header, only the header is reported. */
function withoutHeaderFault(odd: readonly OddRow[], splits: number, table: Table): readonly OddRow[] {
  if (odd.length === 0) return odd;
  const header = table.rows[table.header ?? -1];
  const miscounted = odd.filter(
    ({ shape }) => shape.kind === 'too-few' || shape.kind === 'too-many' || shape.kind === 'stray-empty',
  );
  const width = miscounted[0]?.row.cells.length ?? 0;
  const agreeing = miscounted.filter(({ row }) => row.cells.length === width);
  const others = odd.filter((row) => !agreeing.includes(row));
  // The width of the delimiter row counts too, and another rule reports it.
  if (table.rows[table.delimiter ?? -1]?.cells.length === width) return others;
  if (header === undefined || agreeing.length < 2) return odd;
  const rows = table.rows.filter((_, index) => isBodyRow(table, index)).length - splits;
  if (agreeing.length * 2 <= rows) return odd;
  const shape = { kind: 'header-width', width, rows: agreeing.length, of: rows } as const;
  return [{ index: table.header ?? 0, row: header, start: table.rowStarts[table.header ?? 0] ?? 0, shape }, ...others];
}
