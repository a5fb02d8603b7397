import type { TaskColumnName, TaskPreview } from '../protocol/messages';
import { actions } from './actions';
import { audience } from './audience';
import type { Column as ColumnNamed, ColumnFilter, ExportedColumn, TaskColumn } from './column';
import { rowNumber, section, step } from './export-only';
import { file } from './file';
import { language } from './language';
import { languages } from './languages';
import { mo } from './mo';
import { phase } from './phase';
import { problems } from './problems';
import { role } from './role';
import { services } from './services';
import { taskId } from './task-id';
import { taskName } from './task-name';

export type { CellEditor, CellLook, ExportedRow } from './column';
export { partsOf, shownText } from './cell-text';
export { BROKEN, NO_VALUE, termValue } from './filter-values';
export { MEANINGS } from './mo';
export { labelsIn, placesIn, type PlacedRow } from './placed-row';
export { sortedProblems, worstOf, type Severity } from './severity';

/** The columns of task tables, in display order. */
export const TASK_COLUMNS: { readonly [Name in TaskColumnName]: TaskColumn<Name> } = {
  'task-id': taskId,
  'task-name': taskName,
  mo,
  role,
  services,
};

/** All columns, in display order. To add a column, write its descriptor and list it here. */
const LISTED = { ...TASK_COLUMNS, problems, file, phase, language, audience, languages, actions };

export type ColumnName = keyof typeof LISTED;
export type Column = ColumnNamed<ColumnName>;

/** Each column by its ID. */
export const COLUMNS: { readonly [Name in ColumnName]: ColumnNamed<Name> } = LISTED;

/** The columns to show for these tasks. */
export function columnsOf(preview: TaskPreview): readonly Column[] {
  return ALL.filter(({ isShown }) => isShown(preview));
}

/** A column with a filter. */
export type FilterColumn = Column & { readonly filter: ColumnFilter };

/** The columns with a filter for these tasks. Roles and services come first, because they are used most. */
export function filtersOf(preview: TaskPreview): readonly FilterColumn[] {
  return FILTERED.filter(({ filter }) => filter.isShown(preview));
}

const ALL: readonly Column[] = Object.values(COLUMNS);

export const TASK_COLUMN_COUNT = Object.keys(TASK_COLUMNS).length;

export const SEARCHED = ALL.filter(({ isSearched }) => isSearched);

export const SORTABLE = ALL.filter(({ sortKey }) => sortKey !== null);

/** All columns with a filter. */
export const FILTERED: readonly FilterColumn[] = [...new Set<Column>([role, services, ...ALL])].filter(hasFilter);

/** The columns of exported files. New ones are last, for formulas that count columns. */
export const EXPORTED: readonly ExportedColumn[] = [
  ...new Set([
    file.exported,
    rowNumber,
    language.exported,
    phase.exported,
    section,
    step,
    ...Object.values(TASK_COLUMNS).map(({ exported }) => exported),
    ...ALL.map(({ exported }) => exported),
  ]),
].filter((exported) => exported !== null);

/** The names of the exported columns that the import ignores. */
export const FOR_INFORMATION: readonly string[] = EXPORTED.filter(({ isForInformation }) => isForInformation).map(
  ({ name }) => name,
);

function hasFilter(column: Column): column is FilterColumn {
  return column.filter !== null;
}
