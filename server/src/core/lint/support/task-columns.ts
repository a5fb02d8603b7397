import type { Column, Table, TableSchema } from '../../model/tables.js';
import type { Playbook } from '../../model/playbook.js';
import { shift, type Span } from '../../text/span.js';
import type { TaskColumnId } from '../../vocabulary/vocabulary.js';
import type { Page } from '../rule.js';

/** A column of a task table with its place, its header cell and what it is taken for. */
export interface TaskColumn {
  readonly index: number;
  readonly column: Column;
  /** Spans count from the table. */
  readonly cell: NonNullable<Column['cell']>;
  readonly id: TaskColumnId | undefined;
}

/**
 * The columns of a table that its own header shows to be one of tasks. Empty for every other table: a status table under
 * the heading of the tasks (`Status | (M) Mandatory (O) Optional | FastTrack Role`) names no task, and rows that a blank
 * line cut off have the schema of the table above but no header.
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

/** A header cell as people say it: no bold markers. */
export function headerText(cell: NonNullable<Column['cell']>): string {
  return cell.text.replaceAll('**', '').trim();
}

/** Where the name of the column stands, bold markers left out. */
export function headerSpan({ text, span }: TaskColumn['cell']): Span {
  const bold = /^\*\*.+\*\*$/.test(text) ? 2 : 0;
  return { start: span.start + bold, end: span.end - bold };
}

/** The columns that the table lacks and that belong between the neighbours of `column`: what its header may have meant. */
export function lackingAt(column: TaskColumn, columns: readonly TaskColumn[], { vocabulary }: Page): TaskColumnId[] {
  const [order = []] = vocabulary.taskLayouts;
  const lacking = order.filter((id) => !columns.some((one) => one.id === id));
  const others = columns.filter((one) => one !== column && one.id !== undefined);
  return lacking.filter((id) => others.every((one) => one.id !== undefined && one.index < column.index === order.indexOf(one.id) < order.indexOf(id)));
}

/** The header of a task table, in the words of the page. */
export function taskHeader(ids: readonly TaskColumnId[], { vocabulary, language }: Page): string {
  return `| ${ids.map((id) => vocabulary.taskColumns.spelling(id, language)).join(' | ')} |`;
}

/** The columns of the other task tables of the page, where these have all in their order; else those of a full one. */
export function usualColumns({ tables, vocabulary }: Playbook): readonly TaskColumnId[] {
  const onPage = tables.filter(({ schema }) => schema.kind === 'task').map(({ schema }) => schema.columns.map(({ id }) => id).join());
  return vocabulary.taskLayouts.find((layout) => onPage.includes(layout.join())) ?? vocabulary.taskLayouts[0] ?? [];
}
