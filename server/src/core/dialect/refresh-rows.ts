import { columnIndex, isBodyRow, type Cell, type Row, type Table, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import type { Span } from '../text/span.js';
import { dayNumber, exists, readDate, type CalendarDate, type DateOrder, type DateReading } from './dates.js';

/** A cell that should contain a date. */
export interface DateCell {
  /** Without bold markers. */
  readonly text: string;
  /** In the row. */
  readonly span: Span;
  readonly reading: Readonly<Record<DateOrder, DateReading | undefined>>;
}

/** The date cell of a row of a refresh summary; `undefined` if the row has none, or it's empty. */
export function dateCellOf(row: Row, schema: TableSchema): DateCell | undefined {
  const cell = schema.kind === 'refresh' ? row.cells[dateColumn(schema)] : undefined;
  return cell === undefined ? undefined : readCell(cell);
}

/** A row of a refresh summary with its date. */
export interface DatedRow {
  /** Index in `table.rows`. */
  readonly index: number;
  readonly cell: DateCell;
  readonly reading: DateReading;
}

/** The rows whose dates can be read in `order`, from top to bottom. */
export function datedRows(table: Table, schema: TableSchema, order: DateOrder): DatedRow[] {
  return table.rows.flatMap((row, index) => {
    const cell = isBodyRow(table, index) ? dateCellOf(row, schema) : undefined;
    const reading = cell?.reading[order];
    return cell === undefined || reading === undefined ? [] : [{ index, cell, reading }];
  });
}

/** How many rows have a date that can be read in any order. */
export function countDates(table: Table, schema: TableSchema): number {
  return table.rows.filter((row, index) => {
    const cell = isBodyRow(table, index) ? dateCellOf(row, schema) : undefined;
    return cell?.reading['month-first'] !== undefined || cell?.reading['day-first'] !== undefined;
  }).length;
}

/** The nearest dates above and below a row. */
export interface Neighbors {
  readonly above: CalendarDate | undefined;
  readonly below: CalendarDate | undefined;
}

/** The nearest of `rows` above and below the row at `index`. */
export function neighborsOf(index: number, rows: readonly DatedRow[]): Neighbors {
  return {
    above: rows.filter((row) => row.index < index).at(-1)?.reading.date,
    below: rows.find((row) => row.index > index)?.reading.date,
  };
}

/** Whether a row with that date is in order between its neighbors: newest first, or as they are. */
export function fitsBetween(date: CalendarDate, { above, below }: Neighbors): boolean {
  const day = dayNumber(date);
  const newest = above === undefined ? Infinity : dayNumber(above);
  const oldest = below === undefined ? 0 : dayNumber(below);
  return Math.min(newest, oldest) <= day && day <= Math.max(newest, oldest);
}

/** The same day `years` later. `undefined` on February 29. */
export function yearsLater({ year, month, day }: CalendarDate, years: number): CalendarDate | undefined {
  const date = { year: year + years, month, day };
  return exists(date) ? date : undefined;
}

/** Longer text isn't a date. */
const LONGEST_DATE = 60;

const dateColumn = memoized((schema: TableSchema) => columnIndex(schema, 'date'));

const readCell = memoized((cell: Cell): DateCell | undefined => {
  if (cell.text.length > LONGEST_DATE) return undefined;
  const lead = /^[\s*_]*/.exec(cell.text)?.[0].length ?? 0;
  const text = cell.text.slice(lead).replace(/[\s*_]+$/, '');
  if (text === '') return undefined;
  const start = cell.span.start + lead;
  return {
    text,
    span: { start, end: start + text.length },
    reading: { 'month-first': readDate(text, 'month-first'), 'day-first': readDate(text, 'day-first') },
  };
});
