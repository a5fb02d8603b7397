import type { ColumnName } from '../../src/common/preview/columns';
import type { TaskColumnName } from '../../src/common/preview/messages';

export const TASK_COLUMNS: readonly TaskColumnName[] = ['task-id', 'task-name', 'mo', 'role', 'services'];

export function isSortable(column: ColumnName): boolean {
  return column !== 'actions';
}
