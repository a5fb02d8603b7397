import { tasksById } from '../workspace-index/facts-by-id.js';
import type { TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

/**
 * The rows of a task, those on the pages with the lowest rank first, and then by path. A task can be on thousands of pages,
 * and the first few mostly have all that is wanted: the tasks of the others aren't read, and the others not even sorted.
 */
export class RankedUses {
  readonly #id: string;
  /** By rank, the lowest first. */
  readonly #pages: readonly PageSummary[][];
  readonly #sorted = new Set<readonly PageSummary[]>();

  /** `pages`: those that may have the task in a table. */
  constructor(id: string, pages: Iterable<PageSummary>, rankOf: (page: PageSummary) => number) {
    this.#id = id;
    const byRank = new Map<number, PageSummary[]>();
    for (const page of pages) {
      const rank = rankOf(page);
      const same = byRank.get(rank);
      if (same === undefined) byRank.set(rank, [page]);
      else same.push(page);
    }
    this.#pages = [...byRank].sort(([a], [b]) => a - b).map(([, same]) => same);
  }

  get isEmpty(): boolean {
    return (
      this.on(() => true)
        [Symbol.iterator]()
        .next().done === true
    );
  }

  /** The rows on the pages that `isWanted` accepts. It can be iterated more than once. */
  on(isWanted: (page: PageSummary) => boolean): Iterable<TaskUse> {
    return { [Symbol.iterator]: () => this.#rowsOn(isWanted) };
  }

  /** The rows on the pages with the lowest rank that have any. */
  get leading(): Iterable<TaskUse> {
    for (const pages of this.#pages) {
      const one = new RankedUses(this.#id, pages, () => 0);
      if (!one.isEmpty) return one.on(() => true);
    }
    return [];
  }

  *#rowsOn(isWanted: (page: PageSummary) => boolean): Generator<TaskUse> {
    for (const pages of this.#pages) {
      if (!this.#sorted.has(pages)) {
        this.#sorted.add(pages);
        pages.sort((a, b) => (a.path < b.path ? -1 : 1));
      }
      for (const page of pages)
        if (isWanted(page)) for (const task of tasksById(page).get(this.#id) ?? []) yield { page, task };
    }
  }
}
