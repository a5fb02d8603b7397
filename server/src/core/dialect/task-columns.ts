import type { Column, Table, TableSchema } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import type { ReadingContext } from './reading-context.js';

/** A column of a task table with its position, its header cell, and its recognized meaning. */
export interface TaskColumn {
  readonly index: number;
  readonly column: Column;
  /** Spans are relative to the table. */
  readonly cell: NonNullable<Column['cell']>;
  readonly id: TaskColumnId | undefined;
}

/**
 * The columns of a table whose own header is that of a task table. Empty for every other table: a status table under
 * the task heading (`Status | (M) Mandatory (O) Optional | FastTrack Role`) lists no tasks, and rows below a blank line
 * have the schema of the table above but no header.
 */
export function taskColumnsOf({ header, rowStarts }: Table, { kind, columns }: TableSchema): readonly TaskColumn[] {
  const namesTasks = columns.some(({ id, by }) => (id === 'task-id' || id === 'task-name') && by !== 'position');
  if (header === undefined || kind !== 'task' || !namesTasks) return [];
  const start = rowStarts[header] ?? 0;
  return columns.flatMap((column, index) => {
    if (column.cell === undefined) return [];
    const cell = { ...column.cell, span: shift(column.cell.span, start), outer: shift(column.cell.outer, start) };
    return [{ index, column, cell, id: column.id as TaskColumnId | undefined }];
  });
}

/** The text of a header cell without bold markers. */
export function headerText(cell: NonNullable<Column['cell']>): string {
  return cell.text.replaceAll('**', '').trim();
}

/** The span of the column name without bold markers. */
export function headerSpan({ text, span }: TaskColumn['cell']): Span {
  const bold = /^\*\*.+\*\*$/.test(text) ? 2 : 0;
  return { start: span.start + bold, end: span.end - bold };
}

/** The missing columns that belong between the neighbors of `column`, which its header may have meant. */
export function lackingAt(
  { index }: TaskColumn,
  columns: readonly TaskColumn[],
  { vocabulary }: ReadingContext,
): TaskColumnId[] {
  const [order = NO_ORDER] = vocabulary.taskLayouts;
  const { lacking, lastBefore, firstAfter } = neighboursIn(columns)(order);
  return lacking.filter(
    (id) =>
      (lastBefore.get(index) ?? -1) < order.indexOf(id) && order.indexOf(id) < (firstAfter.get(index) ?? Infinity),
  );
}

const NO_ORDER: readonly TaskColumnId[] = [];

/**
 * The missing columns of a table, and for each column index the last position in `order` of the columns before it and
 * the first of those after it. Computed once for all columns, because a header may have thousands.
 */
const neighboursIn = memoized((columns: readonly TaskColumn[]) =>
  memoized((order: readonly TaskColumnId[]) => {
    const present = new Set(columns.map(({ id }) => id));
    const places = columns.map(({ id }) => (id === undefined ? undefined : order.indexOf(id)));
    const lastBefore = new Map<number, number>();
    const firstAfter = new Map<number, number>();
    let last = -1;
    let first = Infinity;
    for (const [at, { index }] of columns.entries()) {
      lastBefore.set(index, last);
      last = Math.max(last, places[at] ?? last);
    }
    for (const [at, { index }] of [...columns.entries()].reverse()) {
      firstAfter.set(index, first);
      first = Math.min(first, places[at] ?? first);
    }
    return { lacking: order.filter((id) => !present.has(id)), lastBefore, firstAfter };
  }),
);

/** The header of a task table, in the language of the page. */
export function taskHeader(ids: readonly TaskColumnId[], { vocabulary, language }: ReadingContext): string {
  return `| ${ids.map((id) => vocabulary.taskColumns.spelling(id, language)).join(' | ')} |`;
}

/** The columns of the other task tables on the page if they are all in order, or else those of a full table. */
export function usualColumns({ tables, vocabulary }: Playbook): readonly TaskColumnId[] {
  const onPage = tables
    .filter(({ schema }) => schema.kind === 'task')
    .map(({ schema }) => schema.columns.map(({ id }) => id).join());
  return vocabulary.taskLayouts.find((layout) => onPage.includes(layout.join())) ?? vocabulary.taskLayouts[0] ?? [];
}
