import { TASK_COLUMNS, termValue } from '../columns';
import type { PreviewEdit, PreviewProblem, PreviewRow, TaskColumnName } from '../protocol/messages';
import { cellOf } from './places';
import type { Tasks } from './tasks';

/** A cell that is being edited. */
export interface EditedCell {
  /** The key of the row. */
  readonly key: string;
  readonly column: TaskColumnName;
  /** The text typed to open the cell; empty if another key opened it. */
  readonly typed: string;
  /** Whether typing replaces the content; with F2, the author edits the content. */
  readonly replaces: boolean;
  /** A different number each time a cell is opened. */
  readonly opening: number;
}

/** The original content of the cell: a text, or a list of words. */
export function contentOf(tasks: Tasks, { key, column }: EditedCell): string | readonly string[] {
  const { editor, cell } = TASK_COLUMNS[column];
  const row = tasks.row(tasks.rowOf(key));
  if (editor.kind === 'words') return (row && editor.terms(row)?.terms.map(termValue)) ?? [];
  return (row && cell(row)?.source) ?? '';
}

/** The edit that sets the cell to `text`; `undefined` if it already has that text. */
export function edited(tasks: Tasks, cell: EditedCell, text: string | readonly string[]): PreviewEdit | undefined {
  const before = contentOf(tasks, cell);
  if (typeof text === 'string')
    return text.trim() === before ? undefined : { command: 'setCell', column: cell.column, text: text.trim() };
  const isSame =
    typeof before !== 'string' && before.length === text.length && before.every((word, index) => word === text[index]);
  return isSame ? undefined : { command: 'setCell', column: cell.column, text };
}

/** Whether the cell still exists with the same content in a newer version of the page. */
export function isSameCell(before: Tasks, { key, column }: EditedCell, after: Tasks): boolean {
  const [old, found] = [cellOf(before, before.rowOf(key), column), cellOf(after, after.rowOf(key), column)];
  return found !== null && found.source === old?.source;
}

/** Whether the row is still waiting to be filled in, so no row is added below it. */
export function isBlank(tasks: Tasks, row: number): boolean {
  const found = tasks.row(row);
  return found?.broken === null && Object.values(TASK_COLUMNS).every(({ cell }) => (cell(found)?.source ?? '') === '');
}

/** The problems caused by an edit of a cell: those of the cell, and new problems of the row. */
export function broughtBy(
  before: readonly PreviewProblem[],
  after: readonly PreviewProblem[],
  column: TaskColumnName,
): readonly PreviewProblem[] {
  const isKnown = (problem: PreviewProblem): boolean =>
    before.some(({ ruleId, message }) => ruleId === problem.ruleId && message === problem.message);
  return after.filter((problem) => problem.column === column || !isKnown(problem));
}

/** The problems of a row that the author is filling in: except for the `own` column, empty cells aren't mistakes yet. */
export function problemsOfFilled(
  row: PreviewRow,
  problems: readonly PreviewProblem[],
  own?: TaskColumnName,
): readonly PreviewProblem[] {
  if (row.broken !== null) return problems;
  const isFilled = (column: TaskColumnName): boolean => (TASK_COLUMNS[column].cell(row)?.source ?? '') !== '';
  return problems.filter(({ column }) => column !== null && (column === own || isFilled(column)));
}
