import { AnchorSet } from '../text/anchor-set.js';
import { preferredFirst } from '../text/preferred-first.js';
import { memoized } from '../text/memo.js';
import { uniqueSlugs } from '../text/slug.js';
import type { Language } from '../vocabulary/language.js';
import type { Docset } from './docset.js';
import { entriesById, exportedById, mentionsById, tasksById } from './facts-by-id.js';
import { folderOf, NO_FOLDER, type FilePath } from './file-path.js';
import { translationKey } from './language-marks.js';
import { includesOf } from './page-includes.js';
import { lookUpLink, type LinkLookup } from './link-lookup.js';
import { nearFiles } from './near-files.js';
import { NearIds } from './near-ids.js';
import type { CatalogueEntry, PageSummary, PlacedTask, TaskMention } from './page-summary.js';
import { countsOf, type PlaybookListing } from './playbook-listing.js';
import { tocsByFolder } from './tocs-by-folder.js';
import { topics, type Topic } from './topics.js';
import { translationsIn } from './translations.js';
import type { CatalogueExtent } from './catalogue-extent.js';
import type { WorkspaceIndex } from './workspace-index.js';

/** A task in a table, and the path of the page. */
export interface TaskUse {
  readonly page: PageSummary;
  readonly task: PlacedTask;
}

export interface MentionUse {
  readonly page: PageSummary;
  readonly start: number;
  readonly mention: TaskMention;
}

/** An entry of the catalogue, and its page; without a page for an exported catalogue. */
export interface EntryUse {
  readonly path: FilePath;
  readonly page: PageSummary | undefined;
  /** The offset on the page. */
  readonly start: number;
  readonly entry: CatalogueEntry;
}

const PARTNER = '-partner';
/** The maximum number of suggestions. */
const MOST_NEAR = 3;
/** No author writes a page with more includes, nested ones included. */
const MOST_SHOWN = 200;

/** Reads the index for one page, and records the topics that it reads. */
export class IndexReader {
  /** The topics that were read. */
  readonly topics = new Set<Topic>();
  readonly #index: WorkspaceIndex;
  /** Many rules compare a page with the same translations. */
  readonly #translations = new Map<FilePath, ReadonlyMap<Language, PageSummary>>();
  readonly #changedTasks = new Map<number, ReadonlySet<string> | 'all' | undefined>();

  constructor(index: WorkspaceIndex) {
    this.#index = index;
  }

  page(path: FilePath): PageSummary | undefined {
    this.topics.add(topics.page(path));
    return this.#index.pages.get(path);
  }

  /** Whether docfx publishes the file as a page. Links in unpublished pages don't matter. */
  isBuilt(path: FilePath): boolean {
    this.topics.add(topics.docsets);
    const docset = this.#index.docsetOf(path);
    if (docset === undefined) return true;
    // Comparing globs is too expensive for every page that shares a task.
    const known = builtIn(docset);
    let isBuilt = known.get(path);
    if (isBuilt === undefined) known.set(path, (isBuilt = docset.isBuilt(path)));
    return isBuilt;
  }

  /** The name of the edition of a file. */
  editionOf(path: FilePath): string {
    this.topics.add(topics.editions);
    return this.#index.editions.of(path);
  }

  /** Whether the files are of the same generation. Pages in another edition aren't evidence for anything here. */
  isSameEdition(one: FilePath, other: FilePath): boolean {
    return this.editionOf(one) === this.editionOf(other);
  }

  /** Whether all files were read. Otherwise, what isn't found may be in one of the others. */
  get isComplete(): boolean {
    this.topics.add(topics.unread);
    return this.#index.unread.size === 0 && this.#index.unlisted.length === 0;
  }

  /** The target of a link as written on the page at `from`. */
  follow(from: FilePath, written: string): LinkLookup {
    return lookUpLink(this.#index, this.topics, from, written);
  }

  /**
   * The files that a link to the missing file `path` may have meant, best first, but those of the same edition before
   * others. `from` is the page with the link.
   */
  filesMeantBy(path: FilePath, from: FilePath): readonly FilePath[] {
    this.topics.add(topics.files);
    const near = nearFiles(path, from, this.#index.files);
    return near.length === 0 ? near : preferredFirst(near, (file) => this.isSameEdition(file, from));
  }

  /** The folder that `~/` and `/` refer to on the page. */
  rootOf(path: FilePath): FilePath {
    this.topics.add(topics.docsets);
    return this.#index.rootOf(path);
  }

  /** The anchors of a Markdown page without its includes; `undefined` for any other file. */
  anchorsOf(path: FilePath): AnchorSet | undefined {
    this.topics.add(topics.anchors(path));
    const page = this.#index.pages.get(path);
    return page === undefined ? undefined : anchors(page);
  }

  /**
   * The anchors that readers find on a Markdown page, including those of its includes: one set per file. `undefined`
   * for any other file, and if an include is unknown.
   */
  anchorsShownOn(path: FilePath): readonly AnchorSet[] | undefined {
    const files = this.#shownOn(path, new Set());
    return files === undefined ? undefined : [...files].flatMap((file) => this.anchorsOf(file) ?? []);
  }

  /** Whether any page includes the file. */
  isIncluded(path: FilePath): boolean {
    this.topics.add(topics.includes).add(topics.docsets);
    return this.#index.isIncluded(path);
  }

  /** The rows of the task in tables, on the pages that `isWanted` accepts. */
  usesOf(id: string, isWanted: (page: PageSummary) => boolean = () => true): TaskUse[] {
    return this.#pagesWith(id, isWanted).flatMap((page) =>
      (tasksById(page).get(id) ?? []).map((task) => ({ page, task })),
    );
  }

  /** The pages that name the task, in a table or in text, in no particular order. */
  pagesNaming(id: string): PageSummary[] {
    this.topics.add(topics.task(id));
    return [...this.#index.pagesWith(id, () => true)].flatMap((path) => this.#index.pages.get(path) ?? []);
  }

  /** One of the rows of the task on a page. */
  useOf(id: string, path: FilePath, at: number): TaskUse | undefined {
    this.topics.add(topics.task(id));
    const page = this.#index.pages.get(path);
    const task = page && tasksById(page).get(id)?.[at];
    return page && task && { page, task };
  }

  /** The revision of the index, to find out later whether something changed. */
  get revision(): number {
    return this.#index.revision;
  }

  /** An object that can key a cache of facts about the index; a new index has a new object. */
  get owner(): object {
    return this.#index;
  }

  /** Whether the task is in the same tables, on pages with the same content about it, as at revision `since`. */
  isTaskUnchanged(id: string, since: number): boolean {
    this.topics.add(topics.task(id)).add(topics.docsets).add(topics.editions);
    const changed = this.#tasksChangedSince(since);
    if (changed === 'all') return false;
    return changed === undefined ? !this.#index.hasChanged([topics.task(id)], since) : !changed.has(id);
  }

  /** The tasks that aren't the same as at a revision; `undefined`: not known. A long page asks about each of its rows. */
  #tasksChangedSince(since: number): ReadonlySet<string> | 'all' | undefined {
    const known = this.#changedTasks.get(since);
    if (known !== undefined || this.#changedTasks.has(since)) return known;
    const changed = this.#index.hasChanged([topics.docsets, topics.editions], since)
      ? 'all'
      : this.#index.tasksChangedSince(since);
    this.#changedTasks.set(since, changed);
    return changed;
  }

  /** The places where text or a refresh log names the task. */
  mentionsOf(id: string): MentionUse[] {
    return this.#pagesWith(id).flatMap((page) =>
      (mentionsById(page).get(id) ?? []).map(({ start, value }) => ({ page, start, mention: value })),
    );
  }

  /** The catalogue's entries for the task: none for an unknown task, several if the catalogue has duplicates. */
  entriesOf(id: string): EntryUse[] {
    // Whoever asked for the catalogue depends on each of its entries.
    if (!this.topics.has(topics.catalogue)) this.topics.add(topics.entry(id));
    const paths = this.#index.pagesWithEntry.get(id);
    if (paths === undefined) return [];
    return [...paths].sort().flatMap((path): EntryUse[] => {
      const page = this.#index.pages.get(path);
      const written =
        page === undefined
          ? []
          : (entriesById(page).get(id) ?? []).map(({ start, value }) => ({ path, page, start, entry: value }));
      const catalogue = this.#index.exports.get(path);
      const exported =
        catalogue === undefined
          ? []
          : (exportedById(catalogue).get(id) ?? []).map(({ value }) => ({
              path,
              page: undefined,
              start: 0,
              entry: value,
            }));
      return [...written, ...exported];
    });
  }

  /** The entries for the task in the edition of the page `from`; if there are none, those of all editions. */
  entriesFor(id: string, from: FilePath): EntryUse[] {
    const entries = this.entriesOf(id);
    if (entries.length === 0) return entries;
    const own = entries.filter(({ page, path }) => page === undefined || this.isSameEdition(path, from));
    return own.length > 0 ? own : entries;
  }

  /** The extent of the catalogue. */
  get catalogue(): CatalogueExtent {
    this.topics.add(topics.catalogue);
    return this.#index.catalogue;
  }

  /**
   * The known task IDs that `id` was probably meant to be, nearest first: with two digits swapped, or with one wrong
   * digit.
   */
  idsNear(id: string): string[] {
    this.topics.add(topics.catalogue);
    const { catalogue, pagesWithEntry } = this.#index;
    // A changed catalogue is a new object.
    let near = nearIds.get(catalogue);
    if (near === undefined) nearIds.set(catalogue, (near = new NearIds(pagesWithEntry.keys())));
    return near.near(id).slice(0, MOST_NEAR);
  }

  /** Every entry of the catalogue. The same list as long as the catalogue doesn't change. */
  get entries(): readonly CatalogueEntry[] {
    this.topics.add(topics.catalogue);
    const { catalogue, pagesWithEntry, pages, exports } = this.#index;
    let entries = allEntries.get(catalogue);
    if (entries === undefined) {
      const paths = [...new Set([...pagesWithEntry.values()].flatMap((some) => [...some]))].sort();
      entries = paths.flatMap((path) => [
        ...(pages.get(path)?.entries.map(({ value }) => value) ?? []),
        ...(exports.get(path)?.entries ?? []),
      ]);
      allEntries.set(catalogue, entries);
    }
    return entries;
  }

  /** The page in all its languages and in the same edition, including the page at `path`. */
  translationsOf(path: FilePath): ReadonlyMap<Language, PageSummary> {
    let pages = this.#translations.get(path);
    if (pages === undefined) this.#translations.set(path, (pages = this.#findTranslations(path)));
    return pages;
  }

  #findTranslations(path: FilePath): ReadonlyMap<Language, PageSummary> {
    const key = translationKey(path);
    const direct = translationsIn(this.#pagesIn(key, path));
    const isForPartners = key.endsWith(PARTNER);
    if (direct.has('en') === isForPartners) return direct;
    // Some translations have names for partners although the English page doesn't, and there is no other translation of
    // it.
    const others = translationsIn(this.#pagesIn(isForPartners ? key.slice(0, -PARTNER.length) : key + PARTNER, path));
    const [plain, named] = isForPartners ? [others, direct] : [direct, others];
    const english = plain.get('en');
    if (english === undefined || [...named.keys()].some((language) => plain.has(language))) return direct;
    return isForPartners ? new Map([...direct, ['en', english]]) : new Map([...direct, ...named]);
  }

  /** The pages with this title in the folder and edition of the page at `path`, including the page. */
  pagesTitled(title: string, path: FilePath): PageSummary[] {
    const folder = folderOf(path);
    this.topics.add(topics.title(folder, title));
    const pages: PageSummary[] = [];
    for (const one of this.#index.files.inFolder(folder ?? NO_FOLDER)) {
      const page = this.#index.pages.get(one);
      if (page?.title?.value === title && this.isSameEdition(one, path)) pages.push(page);
    }
    return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The playbooks in the folder and edition of a page that docfx publishes, including the page. */
  playbooksBeside(path: FilePath): PageSummary[] {
    return this.#listingBeside(path).paths.flatMap((one) => this.#index.pages.get(one) ?? []);
  }

  /** The values that these playbooks have under a key of the front matter, and on how many pages each is. */
  valuesBeside(key: string, path: FilePath): ReadonlyMap<string, number> {
    const { paths, values } = this.#listingBeside(path);
    let counts = values.get(key);
    if (counts === undefined)
      values.set(key, (counts = countsOf(paths.flatMap((one) => this.#index.pages.get(one)?.fields.get(key) ?? []))));
    return counts;
  }

  /** Whether another page of the workspace than `from` has the value in its front matter. */
  hasField(key: string, value: string, from: FilePath): boolean {
    this.topics.add(topics.allFields);
    for (const { path, fields } of this.#index.pages.values())
      if (path !== from && fields.get(key) === value) return true;
    return false;
  }

  /** The same playbooks, for what they say about their home links. */
  homeLinksBeside(path: FilePath): PageSummary[] {
    this.topics.add(topics.homeLinks(folderOf(path)));
    return this.playbooksBeside(path);
  }

  /** The number of pages per language directly in the folder. */
  languagesIn(folder: FilePath | undefined): ReadonlyMap<Language, number> {
    this.topics.add(topics.folder(folder));
    return this.#index.languagesIn(folder ?? NO_FOLDER);
  }

  /** Whether at least half of the pages directly in the folder are in the language. */
  areMostlyIn(language: Language, folder: FilePath | undefined): boolean {
    this.topics.add(topics.folder(folder));
    return this.#index.areMostlyIn(language, folder ?? NO_FOLDER);
  }

  /** The table of contents in the folder of the page, or in the nearest parent folder that has one. */
  nearestToc(path: FilePath): FilePath | undefined {
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
      const toc = this.tocIn(folder);
      if (toc !== undefined) return toc;
    }
    return undefined;
  }

  /** The table of contents directly in the folder. */
  tocIn(folder: FilePath): FilePath | undefined {
    this.topics.add(topics.tocs);
    return tocsByFolder(this.#index).get(folder);
  }

  /** Whether any table of contents names the page. */
  isInToc(path: FilePath): boolean {
    this.topics.add(topics.inToc(path));
    return this.#index.tocTargets.has(path);
  }

  /** The page and the files that it includes, at any depth; `undefined` if one of them is unknown. */
  #shownOn(path: FilePath, shown: Set<FilePath>): ReadonlySet<FilePath> | undefined {
    this.topics.add(topics.anchors(path));
    const page = this.#index.pages.get(path);
    if (page === undefined || shown.size >= MOST_SHOWN) return undefined;
    shown.add(path);
    for (const target of includesOf(page)) {
      const link = this.follow(path, target);
      if (link.kind !== 'found' || (!shown.has(link.path) && this.#shownOn(link.path, shown) === undefined))
        return undefined;
    }
    return shown;
  }

  #listingBeside(path: FilePath): PlaybookListing {
    const folder = folderOf(path) ?? NO_FOLDER;
    const dependencies = [topics.fields(folderOf(path)), topics.docsets, topics.editions];
    for (const topic of dependencies) this.topics.add(topic);
    const listings = playbookListings(this.#index);
    const edition = this.editionOf(path);
    const key = `${folder}\n${edition}`;
    let listing = listings.get(key);
    // A keystroke in front matter asks again, and a folder can contain all pages.
    if (listing === undefined || this.#index.hasChanged(dependencies, listing.revision)) {
      const paths = [...this.#index.files.inFolder(folder)].filter(
        (one) =>
          this.#index.pages.get(one)?.isPlaybook === true && this.isBuilt(one) && this.editionOf(one) === edition,
      );
      listing = { paths, values: new Map(), revision: this.#index.revision };
      listings.set(key, listing);
    }
    return listing;
  }

  /** The pages of a group in the edition of the page `from`. */
  #pagesIn(key: string, from: FilePath): PageSummary[] {
    this.topics.add(topics.group(key));
    const paths = [...(this.#index.groups.get(key) ?? [])].filter((path) => this.isSameEdition(path, from));
    return paths.flatMap((path) => this.#index.pages.get(path) ?? []);
  }

  #pagesWith(id: string, isWanted: (page: PageSummary) => boolean = () => true): PageSummary[] {
    this.topics.add(topics.task(id));
    const pages: PageSummary[] = [];
    for (const path of this.#index.pagesWith(id, isWanted)) {
      const page = this.#index.pages.get(path);
      if (page !== undefined && isWanted(page)) pages.push(page);
    }
    return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

const anchors = memoized(
  ({ headings, names }: PageSummary) =>
    new AnchorSet([...uniqueSlugs(headings.map(({ value }) => value.slug)), ...names]),
);

const nearIds = new WeakMap<CatalogueExtent, NearIds>();

const allEntries = new WeakMap<CatalogueExtent, readonly CatalogueEntry[]>();

const playbookListings = memoized((_: WorkspaceIndex) => new Map<string, PlaybookListing>());

const builtIn = memoized((_: Docset) => new Map<FilePath, boolean>());
