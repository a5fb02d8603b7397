import type { TaskUse } from '../workspace-index/index-reader.js';
import type { TaskFact } from '../workspace-index/page-summary.js';

/** What rows call their task, the first row first. A row that is whole is to be trusted more than a broken one, and an empty cell is no name. */
export function nameInRows(uses: readonly TaskUse[]): string | undefined {
  return firstName(uses, ({ name }) => name?.value) ?? firstName(uses, ({ nameInBrokenRow }) => nameInBrokenRow);
}

/** A name without its links: as it reads. */
export function nameWithoutLinks(name: string): string {
  return name.replace(/\[([^\][\r\n]*)\]\([^()\r\n]*\)/g, '$1');
}

function firstName(uses: readonly TaskUse[], read: (task: TaskFact) => string | undefined): string | undefined {
  for (const { task } of uses) {
    const name = read(task.value);
    if (name !== undefined && name !== '') return name;
  }
  return undefined;
}
