import { folderOf, NO_FOLDER, type FilePath } from './file-path.js';
import type { PageSummary } from './page-summary.js';
import { mayDescribeTasks, numbersIn, possibleIncludes } from './possible-facts.js';

/** Sets of facts that the index registers. */
export type Registered = 'tasks' | 'entries' | 'language';

/**
 * The pages whose facts the index registers only when a question may be about them, because a page has to be parsed to
 * find its facts. Who takes a page registers them.
 */
export class PendingPages {
  readonly #pages = new Map<FilePath, PageSummary>();
  readonly #without: Readonly<Record<Registered, Set<PageSummary>>> = {
    tasks: new Set(),
    entries: new Set(),
    language: new Set(),
  };
  #byNumber: ReadonlyMap<string, readonly PageSummary[]> | undefined;
  #byFolder: ReadonlyMap<FilePath, readonly PageSummary[]> | undefined;

  add(page: PageSummary): void {
    this.#pages.set(page.path, page);
    for (const pages of Object.values(this.#without)) pages.add(page);
    this.#forgetGroups();
  }

  get(path: FilePath): PageSummary | undefined {
    return this.#pages.get(path);
  }

  /** Returns what was registered about the page. */
  delete(page: PageSummary): Registered[] {
    this.#pages.delete(page.path);
    this.#forgetGroups();
    return REGISTERED.filter((facts) => !this.#without[facts].delete(page));
  }

  /** The pages that may have the task in a table or in text. */
  takeWithTask(id: string, isWanted: (page: PageSummary) => boolean): PageSummary[] {
    const { tasks } = this.#without;
    if (tasks.size === 0) return [];
    const [number] = numbersIn(id);
    const pages = number === undefined ? [...tasks] : (this.#numbers.get(number) ?? []);
    return pages.filter((page) => tasks.has(page) && isWanted(page) && tasks.delete(page));
  }

  takeWithTasks(): PageSummary[] {
    return taken(this.#without.tasks);
  }

  /** The pages that may describe tasks. */
  takeWithEntries(): PageSummary[] {
    return taken(this.#without.entries).filter(({ text }) => mayDescribeTasks(text));
  }

  /** The number of pages directly in the folder whose languages aren't counted. */
  countIn(folder: FilePath): number {
    return this.#in(folder).length;
  }

  /** These pages one by one, first those whose language is found fastest. */
  *takeEachIn(folder: FilePath): Iterable<PageSummary> {
    const pages = [...this.#in(folder)].sort((a, b) => a.text.length - b.text.length);
    for (const page of pages) if (this.#without.language.delete(page)) yield page;
  }

  /** The pages that may include a file, by file. `rootOf`: the target of `~/` and `/` on a page. */
  byInclude(rootOf: (path: FilePath) => FilePath): ReadonlyMap<FilePath, readonly PageSummary[]> {
    return grouped(this.#pages.values(), (page) => new Set(possibleIncludes(page, rootOf(page.path))));
  }

  #in(folder: FilePath): readonly PageSummary[] {
    this.#byFolder ??= grouped(this.#pages.values(), ({ path }) => [folderOf(path) ?? NO_FOLDER]);
    return (this.#byFolder.get(folder) ?? []).filter((page) => this.#without.language.has(page));
  }

  /** The pages by the numbers in their texts. */
  get #numbers(): ReadonlyMap<string, readonly PageSummary[]> {
    return (this.#byNumber ??= grouped(this.#without.tasks, ({ text }) => numbersIn(text)));
  }

  #forgetGroups(): void {
    this.#byNumber = undefined;
    this.#byFolder = undefined;
  }
}

const REGISTERED: readonly Registered[] = ['tasks', 'entries', 'language'];

function taken(pages: Set<PageSummary>): PageSummary[] {
  // Clearing an empty set takes about as long as making a new one.
  if (pages.size === 0) return [];
  const all = [...pages];
  pages.clear();
  return all;
}

function grouped<Key>(
  pages: Iterable<PageSummary>,
  keysOf: (page: PageSummary) => Iterable<Key>,
): ReadonlyMap<Key, readonly PageSummary[]> {
  const groups = new Map<Key, PageSummary[]>();
  for (const page of pages) {
    for (const key of keysOf(page)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [page]);
      else group.push(page);
    }
  }
  return groups;
}
