import { isWhole, shapeOf } from '../dialect/row-shape.js';
import { isTaskId } from '../dialect/task-rows.js';
import { isUnknown, termsOf, type TermColumn, type TermUse } from '../dialect/task-terms.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { cellOf, taskIdIn, type Cell, type Column, type Row, type TableSchema } from '../model/tables.js';
import { obligationOf } from '../summary/task-facts.js';
import { memoized } from '../text/memo.js';
import type { Span } from '../text/span.js';
import type { Obligation, TaskColumnId } from '../vocabulary/vocabulary.js';
import { partsOf, type CellPart } from './cell-parts.js';

/** The content of a row in a task table. Spans count from the row. */
export interface ShownRow {
  readonly obligation: Obligation | undefined;
  /** `undefined` if the row has no such cell, or if it's unknown which one it is. */
  readonly id: ShownCell | undefined;
  readonly name: ShownCell | undefined;
  readonly mo: ShownCell | undefined;
  readonly role: ShownTerms | undefined;
  readonly services: ShownTerms | undefined;
  /** The source of the line, if its cells don't match the columns. */
  readonly broken: string | undefined;
}

export interface ShownCell {
  /** The span of the trimmed cell. */
  readonly span: Span;
  /** As written, except for escaped pipes. */
  readonly source: string;
  /** As readers see it, in parts; `undefined` if that is the source. */
  readonly parts: readonly CellPart[] | undefined;
}

export interface ShownTerms extends ShownCell {
  readonly terms: readonly ShownTerm[];
}

export interface ShownTerm {
  readonly text: string;
  /** The neutral ID; `undefined` for an unknown word. */
  readonly id: string | undefined;
}

/** The same object as long as the row doesn't change. */
export function shownRow(row: Row, schema: TableSchema, page: ReadingContext): ShownRow {
  return shownRows(page)(schema)(row);
}

const shownRows = memoized((page: ReadingContext) =>
  memoized((schema: TableSchema) => memoized((row: Row) => readRow(row, schema, page))),
);

function readRow(row: Row, schema: TableSchema, page: ReadingContext): ShownRow {
  if (!fitsColumns(row, schema, page)) return { ...NOTHING, id: onlyId(row, page), broken: row.source };
  const cell = (column: TaskColumnId): ShownCell | undefined => shown(row, cellOf(row, schema, column));
  const mo = cell('mo');
  return {
    obligation: mo === undefined ? undefined : obligationOf(mo.source, schema, page),
    id: cell('task-id'),
    name: cell('task-name'),
    mo,
    role: withTerms(cell('role'), 'role', row, schema, page),
    services: withTerms(cell('services'), 'services', row, schema, page),
    broken: undefined,
  };
}

const NOTHING = { obligation: undefined, name: undefined, mo: undefined, role: undefined, services: undefined };

/** A row without text is a row to fill in. */
export function fitsColumns(row: Row, schema: TableSchema, { vocabulary }: ReadingContext): boolean {
  return (
    isWhole(row, schema, vocabulary) ||
    (row.cells.length === schema.width && shapeOf(row, schema, vocabulary).kind === 'blank')
  );
}

/** `undefined` for a column that task tables don't have. */
export function taskColumn(column: Column | undefined): TaskColumnId | undefined {
  const id = column?.id;
  return id === undefined || id === 'date' || id === 'who' || id === 'what' || id === 'notes' ? undefined : id;
}

/** The only cell with an ID shows which task the row was meant for. */
function onlyId(row: Row, { vocabulary }: ReadingContext): ShownCell | undefined {
  const ids = row.cells.filter((cell) => isTaskId(taskIdIn(cell).value, vocabulary));
  return ids.length === 1 ? shown(row, ids[0]) : undefined;
}

function shown(row: Row, cell: Cell | undefined): ShownCell | undefined {
  return cell === undefined ? undefined : { span: cell.span, source: cell.text, parts: partsOf(row, cell) };
}

function withTerms(
  cell: ShownCell | undefined,
  column: TermColumn,
  row: Row,
  schema: TableSchema,
  page: ReadingContext,
): ShownTerms | undefined {
  if (cell === undefined) return undefined;
  return { ...cell, terms: shownTerms(termsOf(row, schema, column, page), page) };
}

export function shownTerms(uses: readonly TermUse[], page: ReadingContext): readonly ShownTerm[] {
  return uses.map((use) => ({ text: use.text, id: isUnknown(use, page) ? undefined : use.match?.id }));
}
