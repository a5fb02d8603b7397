import { RecentChanges } from './recent-changes.js';
import type { Topic } from './topics.js';

/** When which topic changed: the revision is a number that increases with every change. */
export class Revisions {
  readonly #byTopic = new Map<Topic, number>();
  readonly #taskChanges = new RecentChanges();
  #current = 0;
  /** Whether any result can depend on what changes next. Until then, the changes of topics needn't be noted. */
  #isObserved = false;
  /** Every result of an earlier revision is outdated: the last time that it wasn't known what changed. */
  #allOutdatedAt = 0;

  /** For a result that is made now. */
  get current(): number {
    this.#isObserved = true;
    return this.#current;
  }

  add(topics: readonly Topic[]): void {
    this.#current++;
    if (this.#isObserved) for (const topic of topics) this.#byTopic.set(topic, this.#current);
  }

  /** The tasks that changed with the current revision, in tables or in text. */
  addTasks(ids: ReadonlySet<string>): void {
    this.#taskChanges.add(ids, this.#current);
  }

  /** A change of which it isn't known what changed with it. */
  addUnknown(): void {
    this.#current++;
    this.#byTopic.clear();
    this.#allOutdatedAt = this.#current;
    this.#taskChanges.forget(this.#current);
  }

  /** Whether anything changed since revision `since`. */
  hasAnyChanged(since: number): boolean {
    return since !== this.#current;
  }

  /** Whether any of the topics may have changed since revision `since`. */
  haveChanged(topics: Iterable<Topic>, since: number): boolean {
    if (this.#allOutdatedAt > since) return true;
    for (const topic of topics) if ((this.#byTopic.get(topic) ?? 0) > since) return true;
    return false;
  }

  /** The tasks that changed since a revision. `undefined`: not known. */
  tasksChangedSince(since: number): ReadonlySet<string> | undefined {
    return this.#taskChanges.since(since);
  }
}
