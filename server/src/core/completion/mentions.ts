import type { Playbook } from '../model/playbook.js';
import type { MentionPlace } from '../features/caret-place.js';
import type { Completion, CompletionRequest, Completions } from './completion.js';
import { tasksOfOthers } from './known-tasks.js';
import { chosenTasks, taskItem } from './task-ids.js';
import { tasksUnder } from './own-tasks.js';

/** The number of a task in text: tasks of the page first. A refresh log names only tasks of the page. */
export function mentionCompletions({ span, where }: MentionPlace, request: CompletionRequest): Completions {
  const own = ownTasks(request.playbook);
  const ownItems = [...own].map(([id, name]) => ({ ...taskItem({ id, name }), edit: { span, newText: id } }));
  const known = where === 'refresh-log' && own.size > 0 ? undefined : tasksOfOthers(request);
  if (known === undefined) return { items: ownItems, isComplete: true };
  const { tasks, isComplete } = chosenTasks(
    known,
    (id) => !own.has(id),
    request.playbook.text.slice(span.start, request.offset),
  );
  return {
    items: [...ownItems, ...tasks.map((task): Completion => ({ ...taskItem(task), edit: { span, newText: task.id } }))],
    isComplete,
  };
}

/** More than anyone looks through. */
const MOST_TASKS = 100;

/** The tasks in the page's tables, with their names. */
function ownTasks({ tables }: Playbook): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const { schema, table } of tables) {
    for (const { id, name } of schema.kind === 'task' ? tasksUnder(schema)(table) : []) {
      if (own.size === MOST_TASKS) return own;
      if (!own.has(id)) own.set(id, name);
    }
  }
  return own;
}
