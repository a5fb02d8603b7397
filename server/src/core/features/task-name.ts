import type { TaskUse } from '../workspace-index/index-reader.js';
import type { TaskFact } from '../workspace-index/page-summary.js';

/**
 * The names of a task in its rows, from the first row on. Intact rows take precedence over broken ones, and empty cells
 * don't count.
 */
export function nameInRows(uses: Iterable<TaskUse>): string | undefined {
  return firstName(uses, ({ name }) => name?.value) ?? firstName(uses, ({ nameInBrokenRow }) => nameInBrokenRow);
}

/** A name as displayed, without links. */
export function nameWithoutLinks(name: string): string {
  return name.replace(/\[([^\][\r\n]*)\]\([^()\r\n]*\)/g, '$1');
}

function firstName(uses: Iterable<TaskUse>, read: (task: TaskFact) => string | undefined): string | undefined {
  for (const { task } of uses) {
    const name = read(task.value);
    if (name !== undefined && name !== '') return name;
  }
  return undefined;
}
