import type { ColumnName } from '../../src/common/preview/columns';
import type { PreviewScope, TaskColumnName } from '../../src/common/preview/messages';

/** Values that are the same for all tasks of a page. */
export type PageColumnName = 'file' | 'phase' | 'language' | 'audience';

export const TASK_COLUMNS: readonly TaskColumnName[] = ['task-id', 'task-name', 'mo', 'role', 'services'];

const PAGE_COLUMNS: readonly PageColumnName[] = ['file', 'phase', 'language', 'audience'];

/** On a single page, these would be the same in every row. */
export function columnsOf(scope: PreviewScope): readonly ColumnName[] {
  return scope === 'page'
    ? [...TASK_COLUMNS, 'problems', 'actions']
    : [...TASK_COLUMNS, 'problems', ...PAGE_COLUMNS, 'actions'];
}

export function isSortable(column: ColumnName): boolean {
  return column !== 'actions';
}
