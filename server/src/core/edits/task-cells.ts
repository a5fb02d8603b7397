import type { Playbook } from '../model/playbook.js';
import type { MandatoryLetters, RefreshColumnId, TaskColumnId } from '../vocabulary/vocabulary.js';
import { cellSource, lineBreakIn } from './cell-text.js';
import { joinTerms } from './page-terms.js';
import { obligationNamed } from './task-letters.js';

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

/** The table's letter for a letter, word or ID; an unknown text is returned unchanged. */
export function asTableLetter(text: string, letters: MandatoryLetters, { vocabulary }: Playbook): string {
  const obligation = text === 'mandatory' || text === 'optional' ? text : obligationNamed(text, letters, vocabulary);
  return obligation === undefined ? text : letters[obligation];
}
