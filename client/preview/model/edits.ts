import type { PreviewEdit, PreviewProblem, TaskColumnName } from '../../src/common/preview/messages';
import { cellOf } from './places';
import { termValue, type Tasks } from './tasks';

/** A cell that somebody changes. */
export interface EditedCell {
  /** Of the row. */
  readonly key: string;
  readonly column: TaskColumnName;
  /** What was typed to open the cell; empty where another key opened it. */
  readonly typed: string;
  /** Whether what is typed takes the place of what is there; with F2 the author edits what is there. */
  readonly replaces: boolean;
  /** Another number each time that a cell is opened. */
  readonly opening: number;
}

/** What a cell is changed from: the text, or the words of a list. */
export function contentOf(tasks: Tasks, { key, column }: EditedCell): string | readonly string[] {
  const row = tasks.rowOf(key);
  const found = tasks.row(row);
  if (column === 'role' || column === 'services') return found?.[column]?.terms.map(termValue) ?? [];
  return cellOf(tasks, row, column)?.source ?? '';
}

/** The edit that makes `text` of the cell; `undefined` when that is what it says. */
export function edited(tasks: Tasks, cell: EditedCell, text: string | readonly string[]): PreviewEdit | undefined {
  const before = contentOf(tasks, cell);
  if (typeof text === 'string')
    return text.trim() === before ? undefined : { command: 'setCell', column: cell.column, text: text.trim() };
  const isSame =
    typeof before !== 'string' && before.length === text.length && before.every((word, index) => word === text[index]);
  return isSame ? undefined : { command: 'setCell', column: cell.column, text };
}

/** Whether the cell is still there and says what it said, in a newer version of the page. */
export function isSameCell(before: Tasks, { key, column }: EditedCell, after: Tasks): boolean {
  const [old, found] = [cellOf(before, before.rowOf(key), column), cellOf(after, after.rowOf(key), column)];
  return found !== null && found.source === old?.source;
}

/** Whether the row waits to be filled in: no row is added below it. */
export function isBlank(tasks: Tasks, row: number): boolean {
  const found = tasks.row(row);
  return (
    found?.broken === null &&
    [found.id, found.name, found.mo, found.role, found.services].every((cell) => cell === null || cell.source === '')
  );
}

/** What an edit of a cell brings: problems of the cell itself, and of the row those that it does not have yet. */
export function broughtBy(
  before: readonly PreviewProblem[],
  after: readonly PreviewProblem[],
  column: TaskColumnName,
): readonly PreviewProblem[] {
  const isKnown = (problem: PreviewProblem): boolean =>
    before.some(({ ruleId, message }) => ruleId === problem.ruleId && message === problem.message);
  return after.filter((problem) => problem.column === column || !isKnown(problem));
}
