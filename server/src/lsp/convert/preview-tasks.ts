import { taskIdOf, type ShownRow, type TaskFacts } from '../../core/index.js';
import type { Format } from '../../messages/formatting/index.js';
import type { PreviewTask } from '../../protocol/index.js';
import { languageName } from './language-names.js';

/** The tasks of a preview. Each task is listed once for each edition, and rows refer to it by its index. */
export class PreviewTasks {
  readonly #factsOf: (id: string, edition: string) => TaskFacts | undefined;
  readonly #format: Format;
  readonly #tasks: PreviewTask[] = [];
  readonly #indices = new Map<string, number | null>();

  constructor(factsOf: (id: string, edition: string) => TaskFacts | undefined, format: Format) {
    this.#factsOf = factsOf;
    this.#format = format;
  }

  get all(): readonly PreviewTask[] {
    return this.#tasks;
  }

  /** The index of the task in a row; `null` if the row has no ID, or the edition of its page doesn't have the task. */
  indexOf(row: ShownRow, edition: string): number | null {
    const id = taskIdOf(row);
    const key = `${id} ${edition}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const facts = id === '' ? undefined : this.#factsOf(id, edition);
    const index = facts === undefined ? null : this.#tasks.push(toTask(facts, this.#format)) - 1;
    this.#indices.set(key, index);
    return index;
  }
}

function toTask({ languages }: TaskFacts, format: Format): PreviewTask {
  return { languageNames: languages.map((language) => format(languageName(language))) };
}
