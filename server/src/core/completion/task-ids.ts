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
  const isPresent = isElsewhere(playbook, place);
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
  role,
  services,
}: Pick<KnownTask, 'id'> & Partial<KnownTask>): Omit<Completion, 'edit'> {
  const plainName = nameWithoutLinks(name);
  const facts = [role, services].filter((fact) => fact !== undefined).join(' · ');
  return {
    label: cut(`${id} ${plainName}`.trimEnd()),
    kind: 'task',
    ...(facts !== '' && { detail: facts }),
    ...(name !== '' && { filterText: `${id} ${plainName}` }),
  };
}

/** The tasks that match the typed text, best first. */
export function chosenTasks(
  known: KnownTasks,
  isWanted: (id: string) => boolean,
  typed: string,
): { readonly tasks: readonly KnownTask[]; readonly isComplete: boolean } {
  const wanted = known.ids.filter(isWanted);
  const isComplete = wanted.length <= MOST_TASKS;
  const tasks: KnownTask[] = [];
  for (const id of wanted) {
    const task = isComplete || id.startsWith(typed) || /\D/.test(typed) ? known.task(id) : undefined;
    if (task === undefined || !(isComplete || `${id} ${task.name ?? ''}`.toLowerCase().includes(typed.toLowerCase())))
      continue;
    tasks.push(task);
    if (tasks.length === MOST_TASKS) break;
  }
  return { tasks, isComplete };
}

const LONGEST_LABEL = 80;

function cut(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

/** Whether a row other than the one at `place` has the task. */
function isElsewhere({ tables }: Playbook, { placed, index }: CellPlace): (id: string) => boolean {
  const counts = tables.flatMap(({ schema, table }) => (schema.kind === 'task' ? [idsUnder(schema)(table)] : []));
  const own = idOfRow(placed, index);
  return (id) => counts.reduce((sum, ids) => sum + (ids.get(id) ?? 0), 0) > (id === own ? 1 : 0);
}
