import { LANGUAGE_NAMES, taskIdOf, type ShownRow, type TaskFacts } from '../../core/index.js';
import type { PreviewTask } from '../../protocol/index.js';

/** The tasks of a preview. Each task is listed once, and rows refer to it by its index. */
export class PreviewTasks {
  readonly #factsOf: (id: string) => TaskFacts | undefined;
  readonly #tasks: PreviewTask[] = [];
  readonly #indices = new Map<string, number | null>();

  constructor(factsOf: (id: string) => TaskFacts | undefined) {
    this.#factsOf = factsOf;
  }

  get all(): readonly PreviewTask[] {
    return this.#tasks;
  }

  /** The index of the task in a row; `null` if the row has no ID, or the workspace doesn't have the task. */
  indexOf(row: ShownRow): number | null {
    const id = taskIdOf(row);
    const known = this.#indices.get(id);
    if (known !== undefined) return known;
    const facts = id === '' ? undefined : this.#factsOf(id);
    const index = facts === undefined ? null : this.#tasks.push(toTask(facts)) - 1;
    this.#indices.set(id, index);
    return index;
  }
}

function toTask({ languages }: TaskFacts): PreviewTask {
  return { languageNames: languages.map((language) => LANGUAGE_NAMES[language]) };
}
