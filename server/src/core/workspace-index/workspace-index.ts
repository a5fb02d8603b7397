import { compact } from '../text/packed-text.js';
import type { Language } from '../vocabulary/language.js';
import { noteSuccessor } from './arrangement.js';
import { extentOf, type CatalogueExtent } from './catalogue-extent.js';
import { changesBetween } from './page-changes.js';
import type { Docset } from './docset.js';
import { EditionEvidence } from './edition-evidence.js';
import { editionsFrom, type ConfiguredEditions, type Editions } from './editions.js';
import { folderEditions, mayBeEditions } from './folder-editions.js';
import { FolderLanguages } from './folder-languages.js';
import { FileTree } from './file-tree.js';
import { folderOf, isInside, nameOf, type FilePath } from './file-path.js';
import { IdPlaces, putInGroup } from './id-places.js';
import { includedFiles } from './included-files.js';
import type { ExportedCatalogue } from './exported-catalogue.js';
import { translationKey } from './language-marks.js';
import { entriesAmong, tasksAmong } from './page-outline.js';
import type { PackedPages } from './packed-pages.js';
import { PendingPages } from './pending-pages.js';
import { mayDescribeTasks } from './possible-facts.js';
import type { PageSummary } from './page-summary.js';
import { resolvedPath } from './resolve.js';
import { Revisions } from './revisions.js';
import { isTocPage, tocTargets } from './toc-targets.js';
import { isTocName, type TocSummary } from './toc.js';
import { topics, type Topic } from './topics.js';
import type { WorkspaceContents } from './workspace-contents.js';

/**
 * The facts about a workspace: its files, the summaries of its pages, and the places of each task.
 * Everything that can be read has a topic, and every change increases the revision of the affected topics. A cached
 * result can therefore be checked without reading again. A change that doesn't affect the facts of a page affects no
 * topic.
 */
export class WorkspaceIndex implements WorkspaceContents {
  readonly files = new FileTree();
  readonly pages = new Map<FilePath, PageSummary>();
  readonly tocs = new Map<FilePath, TocSummary>();
  readonly exports = new Map<FilePath, ExportedCatalogue>();
  /** A page and its translations. */
  readonly groups = new Map<string, Set<FilePath>>();
  /** The pages that are registered only as far as somebody asked. */
  readonly #pending = new PendingPages();
  readonly #ids = new IdPlaces();
  readonly #unread = new Set<FilePath>();
  #unlisted: readonly FilePath[] = [];
  readonly #languages = new FolderLanguages();
  readonly #revisions = new Revisions();
  #docsets: readonly Docset[] = [];
  #roots: readonly FilePath[] = [];
  #tocTargets: ReadonlySet<FilePath> | undefined;
  #included: ReadonlySet<FilePath> | undefined;
  #possiblyIncluded: ReadonlyMap<FilePath, readonly PageSummary[]> | undefined;
  #catalogue: CatalogueExtent | undefined;
  readonly #evidence = new EditionEvidence(this.pages, mayBeEditions);
  #configuredEditions: readonly ConfiguredEditions[] = [];
  #editions: Editions | undefined;
  #areEditionsOutdated = true;

  /** Increases with every visible change. */
  get revision(): number {
    return this.#revisions.current;
  }

  /** Changes if a task appears on the first page or in the first catalogue, or disappears from the last one. */
  get idRevision(): number {
    return this.#ids.revision;
  }

  /** The tasks that changed since a revision, in tables or in text. `undefined`: too many. */
  tasksChangedSince(since: number): ReadonlySet<string> | undefined {
    return this.#revisions.tasksChangedSince(since);
  }

  /** Whether any of the topics may have changed since revision `since`. */
  hasChanged(dependencies: Iterable<Topic>, since: number): boolean {
    if (!this.#revisions.hasAnyChanged(since)) return false;
    if (this.#editions !== undefined) this.#updateEditions();
    return this.#revisions.haveChanged(dependencies, since);
  }

  /** The workspace folders, the outer ones first. */
  get roots(): readonly FilePath[] {
    return this.#roots;
  }

  /** The workspace folders. Everything outside them is unknown. */
  setRoots(roots: readonly FilePath[]): void {
    this.#roots = [...roots].sort((a, b) => a.length - b.length);
    this.#areEditionsOutdated = true;
    this.#invalidate([topics.files, topics.docsets]);
  }

  /** Adds and deletes files. */
  changeFiles(added: Iterable<FilePath>, deleted: Iterable<FilePath>): void {
    const invalidated: Topic[] = [];
    const changed: FilePath[] = [];
    for (const path of added) if (this.files.add(path)) changed.push(path);
    for (const path of deleted) if (this.files.delete(path)) changed.push(path);
    if (changed.length === 0) return;
    if (changed.some(isTocPage)) invalidated.push(topics.tocs);
    this.#invalidate([...invalidated, ...changed.map(topics.file), topics.files, ...this.#pagesWithOtherTocNames()]);
  }

  /** The files that exist but couldn't be read, so their content is unknown. The earliest failure first. */
  get unread(): ReadonlySet<FilePath> {
    return this.#unread;
  }

  /** Remembers whether the file couldn't be read. */
  setUnread(path: FilePath, isUnread: boolean): void {
    const wasUnread = this.#unread.delete(path);
    if (isUnread) this.#unread.add(path);
    if (wasUnread === isUnread) return;
    const isToc = isTocName(nameOf(path));
    this.#invalidate([topics.unread, ...(isToc ? [topics.tocs, ...this.#pagesWithOtherTocNames()] : [])]);
  }

  /** The folders that couldn't be listed. */
  get unlisted(): readonly FilePath[] {
    return this.#unlisted;
  }

  setUnlisted(folders: readonly FilePath[]): void {
    const unique = [...new Set(folders)];
    if (unique.join('\n') === this.#unlisted.join('\n')) return;
    this.#unlisted = unique;
    this.#invalidate([topics.files, topics.unread]);
  }

  /** Whether it is unknown if the file exists, because its folder couldn't be listed. */
  isUnlisted(path: FilePath): boolean {
    return this.#unlisted.some((folder) => isInside(folder, path));
  }

  setDocsets(docsets: readonly Docset[]): void {
    // The innermost first.
    this.#docsets = [...docsets].sort((a, b) => b.root.length - a.root.length);
    this.#areEditionsOutdated = true;
    this.#invalidate([topics.docsets, ...this.#pagesWithOtherTocNames()]);
  }

  /** What the configuration files say about editions. */
  setConfiguredEditions(configured: readonly ConfiguredEditions[]): void {
    // The innermost first.
    const sorted = [...configured].sort((a, b) => b.folder.length - a.folder.length);
    if (JSON.stringify(sorted) === JSON.stringify(this.#configuredEditions)) return;
    this.#configuredEditions = sorted;
    this.#areEditionsOutdated = true;
    this.#invalidate([]);
  }

  /** The editions of the workspace. Found again only if a page changed in a way that matters, and somebody asks. */
  get editions(): Editions {
    return this.#updateEditions();
  }

  setToc(path: FilePath, toc: TocSummary | undefined): void {
    const before = this.tocs.get(path);
    // A new one has a text, which may have to be read.
    if (before === undefined ? toc === undefined : before.text === toc?.text) return;
    if (toc === undefined) this.tocs.delete(path);
    else this.tocs.set(path, toc);
    const hasAppeared = (before === undefined) !== (toc === undefined);
    this.#invalidate([...(hasAppeared ? [topics.tocs] : []), ...this.#pagesWithOtherTocNames()]);
  }

  setExport(path: FilePath, catalogue: ExportedCatalogue | undefined): void {
    const ids = [...(this.exports.get(path)?.entries ?? []), ...(catalogue?.entries ?? [])].map(({ id }) => id.value);
    if (catalogue === undefined) this.exports.delete(path);
    else this.exports.set(path, catalogue);
    const present = new Set(catalogue?.entries.map(({ id }) => id.value));
    for (const id of ids) this.#ids.putEntry(id, path, present.has(id));
    if (ids.length > 0) this.#invalidate([...ids.map(topics.entry), topics.catalogue]);
  }

  /**
   * Adds a page, or replaces it. Its facts are registered when they are asked for, so it isn't known what changed: every
   * result is outdated.
   */
  setPendingPage(path: FilePath, page: PageSummary): void {
    if (this.pages.has(path)) this.setPage(path, undefined);
    this.pages.set(path, page);
    this.#pending.add(page);
    putInGroup(this.groups, translationKey(path), path, true);
    this.#evidence.pageChanged(path);
    this.#areEditionsOutdated = true;
    this.#invalidate([topics.includes, topics.catalogue, ...(isTocPage(path) ? this.#pagesWithOtherTocNames() : [])]);
    this.#revisions.addUnknown();
  }

  /**
   * Updates the summary of a page; `undefined` if it was deleted. Returns whether other pages can see the difference.
   * `kept`: the same facts in the form that the index keeps.
   */
  setPage(path: FilePath, page: PageSummary | undefined, kept = page): boolean {
    const pending = this.#pending.get(path);
    if (pending !== undefined) this.#deletePending(pending);
    const before = this.pages.get(path);
    if (kept === undefined) this.pages.delete(path);
    else this.pages.set(path, kept);
    if (before !== undefined && page !== undefined && kept === page) noteSuccessor(before, page);
    // In a table of contents in Markdown, the links matter.
    if (isTocPage(path) && before?.text !== page?.text) this.#invalidate(this.#pagesWithOtherTocNames());
    const changes = changesBetween(before, page);
    if (before !== undefined && page !== undefined && !changes.any && !changes.structure) return false;
    this.#register(path, page, changes.tasks, changes.entries);
    if (changes.comparable || changes.title || changes.tasks.size > 0) {
      this.#evidence.pageChanged(path);
      this.#areEditionsOutdated = true;
    }
    if (changes.language) this.#languages.change(path, before?.language, page?.language);
    const invalidated: Topic[] = [topics.group(translationKey(path))];
    if (changes.any) invalidated.push(topics.page(path));
    for (const id of changes.tasks) invalidated.push(topics.task(id));
    for (const id of changes.entries) invalidated.push(topics.entry(id));
    if (changes.entries.size > 0) invalidated.push(topics.catalogue);
    if (changes.anchors) invalidated.push(topics.anchors(path));
    if (changes.includes) invalidated.push(topics.includes);
    if (changes.title || changes.language)
      for (const one of [before, page])
        if (one?.title !== undefined) invalidated.push(compact(topics.title(folderOf(path), one.title.value)));
    if (changes.fields || changes.comparable) invalidated.push(topics.fields(folderOf(path)), topics.allFields);
    if (changes.homeLink) invalidated.push(topics.homeLinks(folderOf(path)));
    if (changes.language) invalidated.push(topics.folder(folderOf(path)));
    this.#invalidate(invalidated);
    this.#revisions.addTasks(changes.tasks);
    return true;
  }

  /** Every result up to now is outdated, so it needn't be known what changed with which page. */
  outdateAll(): void {
    this.#revisions.addUnknown();
  }

  /** Frees the memory of facts that pages were asked for some time ago. */
  packPages(packed: PackedPages): void {
    for (const page of packed.takeOldest())
      if (this.pages.get(page.path) === page) this.pages.set(page.path, page.packedAgain());
  }

  /** The innermost docset that contains the page. */
  docsetOf(path: FilePath): Docset | undefined {
    return this.#docsets.find(({ root }) => isInside(root, path));
  }

  /** The target of `~/` and `/` on a page. */
  rootOf(path: FilePath): FilePath {
    return this.docsetOf(path)?.root ?? this.#roots.find((root) => isInside(root, path)) ?? folderOf(path) ?? path;
  }

  isInWorkspace(path: FilePath): boolean {
    return this.#roots.some((root) => isInside(root, path));
  }

  /** The files that any table of contents names. */
  get tocTargets(): ReadonlySet<FilePath> {
    return (this.#tocTargets ??= tocTargets(this));
  }

  /** Whether a page includes the file. */
  isIncluded(path: FilePath): boolean {
    const isPending = (page: PageSummary): boolean => this.#pending.get(page.path) !== undefined;
    const rootOf = (page: FilePath): FilePath => this.rootOf(page);
    this.#included ??= includedFiles(
      [...this.pages.values()].filter((page) => !isPending(page)),
      rootOf,
    );
    this.#possiblyIncluded ??= this.#pending.byInclude(rootOf);
    return this.#included.has(path) || includedFiles(this.#possiblyIncluded.get(path) ?? [], rootOf).has(path);
  }

  /** The pages with the task in a table, or in text. */
  get pagesWithTask(): ReadonlyMap<string, ReadonlySet<FilePath>> {
    for (const page of this.#pending.takeWithTasks()) this.#registerTasks(page, true);
    return this.#ids.withTask;
  }

  /** The pages with one task; perhaps without some that `isWanted` rejects. */
  pagesWith(id: string, isWanted: (page: PageSummary) => boolean): Iterable<FilePath> {
    for (const page of this.#pending.takeWithTask(id, isWanted)) this.#registerTasks(page, true);
    return this.#ids.withTask.get(id) ?? NO_PATHS;
  }

  /** The pages and exports that describe the task. */
  get pagesWithEntry(): ReadonlyMap<string, ReadonlySet<FilePath>> {
    for (const page of this.#pending.takeWithEntries()) this.#registerEntries(page, true);
    return this.#ids.withEntry;
  }

  get catalogue(): CatalogueExtent {
    return (this.#catalogue ??= extentOf(this.pagesWithEntry.keys()));
  }

  /** The languages of the pages directly in the folder, with the number of pages. */
  languagesIn(folder: FilePath): ReadonlyMap<Language, number> {
    for (const page of this.#pending.takeEachIn(folder)) this.#languages.change(page.path, undefined, page.language);
    return this.#languages.in(folder);
  }

  /** Whether at least half of these pages are in the language. */
  areMostlyIn(language: Language, folder: FilePath): boolean {
    const countOf = (): number => this.#languages.in(folder).get(language) ?? 0;
    const counts = [...this.#languages.in(folder).values()];
    const all = counts.reduce((sum, count) => sum + count, this.#pending.countIn(folder));
    if (countOf() * 2 >= all) return true;
    for (const page of this.#pending.takeEachIn(folder)) {
      this.#languages.change(page.path, undefined, page.language);
      if (countOf() * 2 >= all) return true;
    }
    return false;
  }

  /** The file that a path refers to: itself, the page that `.html` is built from, or the index of a folder. */
  fileAt(path: FilePath): FilePath | undefined {
    return resolvedPath(path, this.files);
  }

  /** Other editions are a change, whose topic is `editions`. */
  #updateEditions(): Editions {
    const before = this.#editions;
    if (before !== undefined && !this.#areEditionsOutdated) return before;
    this.#areEditionsOutdated = false;
    const docsets = this.#docsets;
    const destinationOf = (folder: FilePath): string | undefined => this.docsetOf(folder)?.destinations.get(folder);
    const folders = folderEditions(this.#evidence, {
      isPart: (folder) => this.isInWorkspace(folder),
      arePublishedApart(one, other) {
        const [dest, otherDest] = [destinationOf(one), destinationOf(other)];
        return dest !== undefined && otherDest !== undefined && dest !== otherDest;
      },
    });
    const after = editionsFrom({ configured: this.#configuredEditions, docsets, folders });
    if (before?.key === after.key) return before;
    this.#editions = after;
    // Before the first request, no result depends on editions.
    if (before !== undefined) this.#invalidate([topics.editions]);
    return after;
  }

  /**
   * Reads the tables of contents again. Returns the topics of the pages that are no longer, or newly, in one; empty if
   * they were never read.
   */
  #pagesWithOtherTocNames(): Topic[] {
    const before = this.#tocTargets;
    if (before === undefined) return [];
    const after = tocTargets(this);
    this.#tocTargets = after;
    return [...[...before].filter((path) => !after.has(path)), ...[...after].filter((path) => !before.has(path))].map(
      topics.inToc,
    );
  }

  /** Removes what is registered about a page. */
  #deletePending(page: PageSummary): void {
    const { path } = page;
    const registered = this.#pending.delete(page);
    if (registered.includes('tasks')) this.#registerTasks(page, false);
    if (registered.includes('entries') && mayDescribeTasks(page.text)) this.#registerEntries(page, false);
    if (registered.includes('language')) this.#languages.change(path, page.language, undefined);
    this.pages.delete(path);
    putInGroup(this.groups, translationKey(path), path, false);
    this.#evidence.pageChanged(path);
    this.#areEditionsOutdated = true;
    this.#invalidate([topics.includes, topics.catalogue]);
    this.#revisions.addUnknown();
  }

  #registerTasks({ path, tasks, mentions }: PageSummary, isPresent: boolean): void {
    for (const { value } of [...tasks, ...mentions]) this.#ids.putTask(value.id.value, path, isPresent);
  }

  #registerEntries({ path, entries }: PageSummary, isPresent: boolean): void {
    for (const { value } of entries) this.#ids.putEntry(value.id.value, path, isPresent);
  }

  #register(
    path: FilePath,
    page: PageSummary | undefined,
    tasks: ReadonlySet<string>,
    entries: ReadonlySet<string>,
  ): void {
    putInGroup(this.groups, translationKey(path), path, page !== undefined);
    if (tasks.size > 0) {
      const present = page && tasksAmong(tasks, page);
      for (const id of tasks) this.#ids.putTask(id, path, present?.has(id) === true);
    }
    if (entries.size > 0) {
      const present = page && entriesAmong(entries, page);
      for (const id of entries) this.#ids.putEntry(id, path, present?.has(id) === true);
    }
  }

  #invalidate(invalidated: readonly Topic[]): void {
    if (invalidated.some((topic) => topic === topics.includes || topic === topics.docsets))
      this.#included = this.#possiblyIncluded = undefined;
    if (invalidated.includes(topics.catalogue)) this.#catalogue = undefined;
    this.#revisions.add(invalidated);
  }
}

const NO_PATHS: readonly never[] = [];
