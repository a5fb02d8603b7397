import type { Playbook } from '../model/playbook.js';
import { readingContextOf } from '../dialect/reading-context.js';
import type { CellPlace } from '../features/caret-place.js';
import { nameWithoutLinks } from '../features/task-name.js';
import { NO_COMPLETIONS, type Completion, type CompletionRequest, type Completions } from './completion.js';
import { tasksOfOthers, type KnownTask, type KnownTasks } from './known-tasks.js';
import { idOfRow, idsUnder } from './own-tasks.js';
import { taskRowEdit } from './task-row.js';

/** More than anyone looks through; more typing requests a new list. */
const MOST_TASKS = 100;

/**
 * The tasks of the workspace that the page doesn't have: first those of its original, then those of similar pages, then
 * all others. Accepting one fills the row.
 */
export function taskCompletions(place: CellPlace, request: CompletionRequest): Completions {
  const known = tasksOfOthers(request);
  if (known === undefined || isProse(place)) return NO_COMPLETIONS;
  const { playbook, offset } = request;
  const isPresent = isElsewhere(playbook, idOfRow(place.placed, place.index));
  const typed = playbook.text.slice(Math.min(place.span.start, offset), offset).trim();
  const page = readingContextOf(request.playbook);
  const { tasks, isComplete } = chosenTasks(known, (id) => !isPresent(id), typed);
  return {
    items: tasks.map((task): Completion => ({
      ...taskItem(task),
      ...taskRowEdit(place, task, page, playbook.text, offset),
    })),
    isComplete,
  };
}

/**
 * A line without a pipe directly after a row belongs to the table; unless it's a number, the author doesn't mean it as
 * a row.
 */
function isProse({ row }: CellPlace): boolean {
  return !row.leadingPipe && row.cells.length === 1 && !/^\s*\d*\s*$/.test(row.source);
}

/** The common part of completions for a task. */
export function taskItem({
  id,
  name = '',
  englishName = name,
  role,
  services,
}: Pick<KnownTask, 'id'> & Partial<KnownTask>): Omit<Completion, 'edit'> {
  const plainName = nameWithoutLinks(name);
  const plainEnglish = englishName === name ? '' : nameWithoutLinks(englishName);
  const facts = [role, services].filter((fact) => fact !== undefined).join(' · ');
  return {
    label: cut(`${id} ${plainName}`.trimEnd()),
    kind: 'task',
    ...(facts !== '' && { detail: facts }),
    ...(name !== '' && { filterText: `${id} ${plainName} ${plainEnglish}`.trimEnd() }),
  };
}

/** The tasks that match the typed text, best first. */
export function chosenTasks(
  known: KnownTasks,
  isWanted: (id: string) => boolean,
  typed: string,
): { readonly tasks: readonly KnownTask[]; readonly isComplete: boolean } {
  const isComplete = !exceeds(known.ids, isWanted, MOST_TASKS);
  return { tasks: matchingTasks(known, isWanted, isComplete ? '' : typed), isComplete };
}

/** Whether more than `most` of the IDs are wanted. */
function exceeds(ids: readonly string[], isWanted: (id: string) => boolean, most: number): boolean {
  let count = 0;
  return ids.some((id) => isWanted(id) && ++count > most);
}

/** The first tasks whose ID or name contains the typed text: the name that is offered, or the English one. */
export function matchingTasks(
  known: KnownTasks,
  isWanted: (id: string) => boolean,
  typed: string,
): readonly KnownTask[] {
  const wanted = typed.toLowerCase();
  const isName = /\D/.test(typed);
  const tasks: KnownTask[] = [];
  for (const id of known.ids) {
    const task = (isName || id.startsWith(typed)) && isWanted(id) ? known.task(id) : undefined;
    if (task === undefined || !`${id} ${task.name ?? ''}\n${task.englishName ?? ''}`.toLowerCase().includes(wanted))
      continue;
    tasks.push(task);
    if (tasks.length === MOST_TASKS) break;
  }
  return tasks;
}

const LONGEST_LABEL = 80;

function cut(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

/** Whether a row of the page has the task, other than the row with the ID `own`. */
export function isElsewhere({ tables }: Playbook, own: string): (id: string) => boolean {
  const counts = tables.flatMap(({ schema, table }) => (schema.kind === 'task' ? [idsUnder(schema)(table)] : []));
  const ownRows = counts.reduce((sum, ids) => sum + (ids.get(own) ?? 0), 0);
  return (id) => (id === own ? ownRows > 1 : counts.some((ids) => ids.has(id)));
}
