import type { ReadingContext } from '../dialect/reading-context.js';
import type { Problem } from '../lint/rule.js';
import type { Row, TableSchema } from '../model/tables.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { fitsColumns, taskColumn } from './task-row.js';

export interface RowProblem {
  readonly problem: Problem;
  /** The column that contains it; `undefined` for the whole row. */
  readonly column: TaskColumnId | undefined;
}

/** Finds the problems that start between two offsets, both included. Lines have to be passed from top to bottom. */
export function problemsByLine(problems: readonly Problem[]): (start: number, end: number) => readonly Problem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  return (start, end) => {
    while (next < sorted.length && (sorted[next]?.span.start ?? 0) < start) next++;
    const first = next;
    while (next < sorted.length && (sorted[next]?.span.start ?? 0) <= end) next++;
    return first === next ? NONE : sorted.slice(first, next);
  };
}

/** The problems of a row that begins at `start`, with their columns, as far as its cells match the columns. */
export function rowProblems(
  problems: readonly Problem[],
  row: Row,
  start: number,
  schema: TableSchema,
  page: ReadingContext,
): readonly RowProblem[] {
  if (problems.length === 0) return NONE;
  const hasColumns = fitsColumns(row, schema, page);
  return problems.map((problem) => ({
    problem,
    column: hasColumns ? columnAt(row, schema, problem.span.start - start) : undefined,
  }));
}

const NONE: readonly never[] = [];

/** The column whose cell contains the offset, which counts from the row. */
function columnAt(row: Row, { columns }: TableSchema, offset: number): TaskColumnId | undefined {
  const index = row.cells.findIndex(
    ({ outer }) => outer.start <= offset && (offset < outer.end || offset === outer.start),
  );
  return taskColumn(columns[index]);
}
