import type { Playbook } from '../model/playbook.js';
import { isRefusal, type EditResult } from '../edits/edit-result.js';
import { setCell, type CellText } from '../edits/set-cell.js';
import { nameWithoutLinks } from '../features/task-name.js';
import type { CompletionRequest } from './completion.js';
import { taskNameSource, tasksOfOthers, type KnownTask } from './known-tasks.js';
import { isElsewhere, matchingTasks } from './task-ids.js';

type Around = NonNullable<CompletionRequest['workspace']>;

/** A task that a row can get. */
export interface RowOffer {
  readonly id: string;
  /** As displayed; empty if it's unknown. */
  readonly name: string;
}

/** The tasks of the workspace that match the typed text, for the row with the ID `own`. The same as completion offers. */
export function rowOffers(playbook: Playbook, around: Around, typed: string, own: string): RowOffer[] {
  const known = tasksOfOthers({ playbook, workspace: around });
  if (known === undefined) return [];
  const isPresent = isElsewhere(playbook, own);
  // Full-width digits come from Chinese and Japanese input methods.
  const wanted = typed.normalize('NFKC').trim();
  return matchingTasks(known, (id) => !isPresent(id), wanted).map(({ id, name = '' }) => ({
    id,
    name: nameWithoutLinks(name),
  }));
}

/**
 * Writes the ID of a task to the row at `offset`, and to its empty cells what the task has on other pages. Existing text
 * isn't changed.
 */
export function fillRow(playbook: Playbook, offset: number, taskId: string, around: Around): EditResult {
  const edits = setCell(playbook, offset, { column: 'task-id', text: taskId });
  const task = tasksOfOthers({ playbook, workspace: around })?.task(taskId);
  if (isRefusal(edits) || task === undefined) return edits;
  const rest = textsOf(task).map((cell) => setCell(playbook, offset, { ...cell, onlyIfEmpty: true }));
  // A column that the table doesn't have, or a text that would break the row, is left out.
  return [...edits, ...rest.flatMap((result) => (isRefusal(result) ? [] : result))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function textsOf(task: KnownTask): CellText[] {
  const { name = '', obligation = '', role = '', services = '' } = task;
  return [
    { column: 'task-name', text: name === '' ? '' : taskNameSource(task) },
    { column: 'mo', text: obligation },
    { column: 'role', text: role },
    { column: 'services', text: services },
  ];
}
