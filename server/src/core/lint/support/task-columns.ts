import type { Column, TableSchema } from '../../model/tables.js';
import type { TaskColumnId } from '../../vocabulary/vocabulary.js';

/** A column of a task table with its place, its header cell and what it is taken for. */
export interface TaskColumn {
  readonly index: number;
  readonly column: Column;
  readonly cell: NonNullable<Column['cell']>;
  readonly id: TaskColumnId | undefined;
}

/**
 * The columns of a table that its own header shows to be one of tasks. Empty for every other table: a status table under
 * the heading of the tasks (`Status | (M) Mandatory (O) Optional | FastTrack Role`) names no task.
 */
export function taskColumnsOf({ kind, columns }: TableSchema): readonly TaskColumn[] {
  const namesTasks = columns.some(({ id, by }) => (id === 'task-id' || id === 'task-name') && by !== 'position');
  if (kind !== 'task' || !namesTasks) return [];
  return columns.flatMap((column, index) => (column.cell === undefined ? [] : [{ index, column, cell: column.cell, id: column.id as TaskColumnId | undefined }]));
}

/** A header cell as people say it: no bold markers. */
export function headerText(cell: NonNullable<Column['cell']>): string {
  return cell.text.replaceAll('**', '').trim();
}
