import type { PreviewEdit, PreviewProblem, PreviewRow, TaskColumnName } from '../../src/common/preview/messages';
import { cellOf } from './places';
import { termValue, type Tasks } from './tasks';

/** A cell that somebody changes. */
export interface EditedCell {
  readonly row: number;
  readonly column: TaskColumnName;
  /** What was typed to open the cell; empty where another key opened it. */
  readonly typed: string;
  /** Whether what is typed takes the place of what is there; with F2 the author edits what is there. */
  readonly replaces: boolean;
  /** Another number each time that a cell is opened. */
  readonly opening: number;
}

/** What a cell is changed from: the text, or the words of a list. */
export function contentOf(tasks: Tasks, { row, column }: EditedCell): string | readonly string[] {
  const found = tasks.row(row);
  if (column === 'role' || column === 'services') return found?.[column]?.terms.map(termValue) ?? [];
  return cellOf(tasks, row, column)?.source ?? '';
}

/** The edit that makes `text` of the cell; `undefined` when that is what it says. */
export function edited(tasks: Tasks, cell: EditedCell, text: string | readonly string[]): PreviewEdit | undefined {
  const before = contentOf(tasks, cell);
  if (typeof text === 'string') return text.trim() === before ? undefined : { command: 'setCell', column: cell.column, text: text.trim() };
  const isSame = typeof before !== 'string' && before.length === text.length && before.every((word, index) => word === text[index]);
  return isSame ? undefined : { command: 'setCell', column: cell.column, text };
}

/**
 * The same cell in a newer version of the page; `undefined` when somebody else has changed it, or moved its row. The row is
 * known by its ID, unless that is what we have `changed` ourselves.
 */
export function sameCell(before: Tasks, cell: EditedCell, after: Tasks, changed: readonly TaskColumnName[]): EditedCell | undefined {
  const old = before.row(cell.row);
  const place = placeInTable(before, old);
  const row = after.preview.rows.findIndex((one) => one.table === old?.table && placeInTable(after, one) === place);
  const found = after.row(row);
  const isSameTask = changed.includes('task-id') || sourceOf(found?.id) === sourceOf(old?.id);
  const isSame = found !== undefined && isSameTask && sourceOf(cellOf(after, row, cell.column)) === sourceOf(cellOf(before, cell.row, cell.column));
  return isSame && samePage(before, after) ? { ...cell, row } : undefined;
}

/** The row to go on with when an edit has been made: the one that was added or moved, or what took the place of the one that went. */
export function rowAfter(before: Tasks, row: number, command: PreviewEdit['command'], after: Tasks): number | undefined {
  const old = before.row(row);
  if (old === undefined) return undefined;
  const line = old.line + (LINES[command] ?? 0);
  const rows = after.preview.rows;
  const exact = rows.findIndex((one) => one.table === old.table && one.line === line);
  if (exact !== -1) return exact;
  // The last row of its table went: the one above it is near.
  const above = rows.reduce((last, one, index) => (one.table <= old.table && one.line < line ? index : last), -1);
  return above === -1 ? (rows.length === 0 ? undefined : 0) : above;
}

/** What an edit of a cell brings: problems of the cell itself, and of the row those that it does not have yet. */
export function broughtBy(before: readonly PreviewProblem[], after: readonly PreviewProblem[], column: TaskColumnName): readonly PreviewProblem[] {
  const isKnown = (problem: PreviewProblem): boolean => before.some(({ ruleId, message }) => ruleId === problem.ruleId && message === problem.message);
  return after.filter((problem) => problem.column === column || !isKnown(problem));
}

const LINES: Readonly<Partial<Record<PreviewEdit['command'], number>>> = { insertRow: 1, moveRowUp: -1, moveRowDown: 1 };

/** How far below the header of its table: what is written above the table does not count. */
function placeInTable(tasks: Tasks, row: PreviewRow | undefined): number {
  return (row?.line ?? 0) - (tasks.tableOf(row)?.line ?? 0);
}

function sourceOf(cell: PreviewRow['id'] | undefined): string | undefined {
  return cell?.source;
}

function samePage(before: Tasks, after: Tasks): boolean {
  return before.preview.pages[0]?.uri === after.preview.pages[0]?.uri;
}
