import { normalized } from '../text/spelling.js';
import { asFilePath, folderOf, isInside, nameOf, type FilePath } from './file-path.js';
import { outlineOf } from './page-outline.js';
import type { PageSummary } from './page-summary.js';

/** Two folders that have pages with the same relative paths. Either they are siblings, or `one` contains `other`. */
export interface FolderPair {
  readonly one: FilePath;
  readonly other: FilePath;
  /** The number of pages in both, for the same readers in the same language. */
  readonly same: number;
  /** How many of these are the same page by their content as well. */
  readonly alike: number;
}

/**
 * Counts the playbooks that are in two folders with the same relative path. Every page is compared only with those of
 * the same name, and only these again after a change. The result doesn't depend on the order of changes.
 */
export class EditionEvidence {
  readonly #pages: ReadonlyMap<FilePath, PageSummary>;
  readonly #mayBeEditions: FolderTest;
  /** All pages with a name. */
  readonly #namesakes = new Map<string, Set<FilePath>>();
  /** The playbooks that `#counts` includes. */
  readonly #counted = new Set<FilePath>();
  /** The pages that may have to be counted, or no longer. */
  readonly #uncounted = new Set<FilePath>();
  /** The number of playbooks in a folder, at any depth. */
  readonly #counts = new Map<FilePath, number>();
  readonly #outdated = new Set<string>();
  /** The votes of the pages with a name. */
  readonly #votes = new Map<string, readonly Vote[]>();
  readonly #pairs = new Map<string, MutablePair>();

  /** `pages`: all pages of the index. `mayBeEditions`: whether two folders matter, according to their names. */
  constructor(pages: ReadonlyMap<FilePath, PageSummary>, mayBeEditions: FolderTest) {
    this.#pages = pages;
    this.#mayBeEditions = mayBeEditions;
  }

  /** The page appeared or disappeared, or its language, readers, title or tasks changed. */
  pageChanged(path: FilePath): void {
    const name = nameOf(path).toLowerCase();
    if (EVERYWHERE.test(name)) return;
    this.#outdated.add(name);
    this.#uncounted.add(path);
    const known = this.#namesakes.get(name) ?? new Set<FilePath>();
    this.#namesakes.set(name, known);
    if (this.#pages.has(path)) known.add(path);
    else known.delete(path);
  }

  /** The pairs of folders with any page in both, if their names don't say that they aren't editions. */
  get pairs(): Iterable<FolderPair> {
    for (const name of this.#outdated) this.#compare(name);
    this.#outdated.clear();
    return this.#pairs.values();
  }

  /** The folders with pages, at any depth. They needn't be playbooks. */
  folders(): Iterable<FilePath> {
    const folders = new Set(this.#counts.keys());
    for (const path of this.#uncounted)
      for (let folder = folderOf(path); folder !== undefined && !folders.has(folder); folder = folderOf(folder))
        folders.add(folder);
    return folders;
  }

  /** The number of playbooks in the folder, at any depth. */
  countIn(folder: FilePath): number {
    for (const path of this.#uncounted) if (isInside(folder, path)) this.#count(path);
    return this.#counts.get(folder) ?? 0;
  }

  #count(path: FilePath): void {
    this.#uncounted.delete(path);
    const isPresent = this.#pages.get(path)?.isPlaybook === true;
    if (isPresent === this.#counted.has(path)) return;
    if (isPresent) this.#counted.add(path);
    else this.#counted.delete(path);
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder))
      this.#counts.set(folder, (this.#counts.get(folder) ?? 0) + (isPresent ? 1 : -1));
  }

  #compare(name: string): void {
    for (const vote of this.#votes.get(name) ?? []) this.#add(vote, -1);
    const votes = this.#votesOf([...(this.#namesakes.get(name) ?? [])].flatMap((path) => this.#pages.get(path) ?? []));
    for (const vote of votes) this.#add(vote, 1);
    if (votes.length > 0) this.#votes.set(name, votes);
    else this.#votes.delete(name);
  }

  /** Most folders are known not to be editions, so that nothing needs to be known about their pages. */
  #votesOf(namesakes: readonly PageSummary[]): readonly Vote[] {
    const isLong = namesakes.length > MOST_NAMESAKES;
    const pages = isLong ? namesakes.filter(({ isPlaybook }) => isPlaybook) : namesakes;
    if (pages.length > MOST_NAMESAKES) return [];
    return pages.flatMap((page, index) =>
      pages.slice(index + 1).flatMap((other): Vote[] => {
        const folders = comparedFolders(folderOf(page.path) ?? page.path, folderOf(other.path) ?? other.path);
        if (folders === undefined || !this.#mayBeEditions(...folders) || !areComparable(page, other)) return [];
        return [{ folders, isAlike: areAlike(page, other) }];
      }),
    );
  }

  #add({ folders: [one, other], isAlike }: Vote, by: number): void {
    const key = `${one}\n${other}`;
    const pair = this.#pairs.get(key) ?? { one, other, same: 0, alike: 0 };
    pair.same += by;
    if (isAlike) pair.alike += by;
    if (pair.same > 0) this.#pairs.set(key, pair);
    else this.#pairs.delete(key);
  }
}

interface MutablePair extends FolderPair {
  same: number;
  alike: number;
}

/** Whether two folders have a property. */
type FolderTest = (one: FilePath, other: FilePath) => boolean;

/** A page in both folders. */
interface Vote {
  readonly folders: readonly [FilePath, FilePath];
  readonly isAlike: boolean;
}

/** Names that say nothing about a page. */
const EVERYWHERE = /^(?:index|readme|toc|default)\.\w+$/;
/** A name on more pages says nothing about them either. */
const MOST_NAMESAKES = 40;

function areComparable(one: PageSummary, other: PageSummary): boolean {
  return one.isPlaybook && other.isPlaybook && shareReaders(one, other) && one.language === other.language;
}

function shareReaders({ audience }: PageSummary, { audience: other }: PageSummary): boolean {
  return audience.length === 0 ? other.length === 0 : audience.some((one) => other.includes(one));
}

/** `a/live` and `a/preview` for `a/live/de` and `a/preview/de`; `a` and `a/archive` for `a/de` and `a/archive/de`. */
function comparedFolders(one: FilePath, other: FilePath): Vote['folders'] | undefined {
  const [a, b] = [one.split('/'), other.split('/')];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [restA, restB] = [a.length - start - end, b.length - start - end];
  if (restA > 1 || restB > 1 || restA + restB === 0) return undefined;
  const folders = [a.slice(0, start + restA), b.slice(0, start + restB)].map((parts) => asFilePath(parts.join('/')));
  const [first = one, second = other] = folders.sort();
  return [first, second];
}

/** Whether two pages of one name have the same tasks, or without tasks the same title. */
function areAlike(one: PageSummary, other: PageSummary): boolean {
  const ids = outlineOf(one).taskIds;
  const others = new Set(outlineOf(other).taskIds);
  const fewer = Math.min(ids.length, others.size);
  if (fewer === 0)
    return one.title !== undefined && normalized(one.title.value) === normalized(other.title?.value ?? '');
  let common = 0;
  for (const id of ids) if (others.has(id)) common++;
  return common * 2 >= fewer;
}
