import { quoted, type Message } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import type { MandatoryLetters, Obligation, RefreshColumnId, TaskColumnId } from '../vocabulary/vocabulary.js';
import { cellSource, lineBreakIn } from './cell-text.js';
import type { Refusal } from './edit-result.js';
import { joinTerms } from './page-terms.js';
import { isNeitherLetter, obligationNamed } from './task-letters.js';

/** The content of a new task, in any language. Missing values become empty cells. */
export interface TaskTexts {
  readonly taskId?: string;
  readonly taskName?: string;
  /** A letter, its word, or `mandatory` and `optional`. */
  readonly mo?: string;
  /** Neutral IDs, or words of any language. */
  readonly roles?: readonly string[];
  readonly services?: readonly string[];
}

/** The columns of an existing or new table. */
export interface TaskColumns {
  readonly ids: readonly (TaskColumnId | RefreshColumnId | undefined)[];
  readonly letters: MandatoryLetters;
}

/** The cells of the task's row, in the letters of the table and the words of the page. */
export function taskCells(task: TaskTexts, { ids, letters }: TaskColumns, page: Playbook): string[] {
  const { roles, services } = page.vocabulary;
  const texts: Partial<Record<string, string>> = {
    'task-id': task.taskId ?? '',
    'task-name': task.taskName ?? '',
    mo: asTableLetter(task.mo ?? '', letters, page),
    role: joinTerms(task.roles ?? [], roles, page),
    services: joinTerms(task.services ?? [], services, page),
  };
  return ids.map((id, index) =>
    cellSource(ids.indexOf(id) === index ? (texts[id ?? ''] ?? '') : '', lineBreakIn('task')),
  );
}

/** The columns that the table doesn't have, though the task has a text for them. */
export function missingColumns(task: TaskTexts, { ids }: Pick<TaskColumns, 'ids'>, page: Playbook): Message[] {
  const { taskId = '', taskName = '', mo = '', roles = [], services = [] } = task;
  const texts: Readonly<Record<TaskColumnId, string>> = {
    'task-id': taskId,
    'task-name': taskName,
    mo,
    role: roles.join(''),
    services: services.join(''),
  };
  const { taskColumns } = page.vocabulary;
  return (Object.keys(texts) as TaskColumnId[])
    .filter((id) => texts[id].trim() !== '' && !ids.includes(id))
    .map((id) => quoted(taskColumns.spelling(id, page.language)));
}

/** Why the letter of a task doesn't fit in a table: readers would see one that the header doesn't explain. */
export function letterProblem(
  { mo = '' }: TaskTexts,
  { ids, letters }: TaskColumns,
  page: Playbook,
): Refusal | undefined {
  if (mo.trim() === '' || !ids.includes('mo') || obligationOf(mo, letters, page) !== undefined) return undefined;
  return { refused: isNeitherLetter(mo, letters) };
}

/** The table's letter for a letter, word or ID; an unknown text is returned unchanged. */
export function asTableLetter(text: string, letters: MandatoryLetters, page: Playbook): string {
  const obligation = obligationOf(text, letters, page);
  return obligation === undefined ? text : letters[obligation];
}

function obligationOf(text: string, letters: MandatoryLetters, { vocabulary }: Playbook): Obligation | undefined {
  return text === 'mandatory' || text === 'optional' ? text : obligationNamed(text, letters, vocabulary);
}
