import { AnchorSet } from '../text/anchor-set.js';
import { memoized } from '../text/memo.js';
import { uniqueSlugs } from '../text/slug.js';
import type { Located, Placed } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import type { Docset } from './docset.js';
import { folderOf, type FilePath } from './file-path.js';
import { translationKey } from './language-marks.js';
import { includesOf } from './page-includes.js';
import { linkTarget, type PathTarget } from './link-target.js';
import { nearFiles } from './near-files.js';
import { NearIds } from './near-ids.js';
import type { CatalogueEntry, PageSummary, PlacedTask, TaskMention } from './page-summary.js';
import { canBeJudged, isFolder, pathInOtherCase, variantsOf } from './resolve.js';
import { tocsByFolder } from './tocs-by-folder.js';
import { topics, type Topic } from './topics.js';
import { translationsIn } from './translations.js';
import type { CatalogueExtent, ExportedCatalogue, WorkspaceIndex } from './workspace-index.js';

/** A task of a table, and the page it stands on. */
export interface TaskUse {
  readonly page: PageSummary;
  readonly task: PlacedTask;
}

export interface MentionUse {
  readonly page: PageSummary;
  readonly start: number;
  readonly mention: TaskMention;
}

/** An entry of the catalogue, and the page it stands on; no page for one that was exported from elsewhere. */
export interface EntryUse {
  readonly path: FilePath;
  readonly page: PageSummary | undefined;
  /** Offset on the page. */
  readonly start: number;
  readonly entry: CatalogueEntry;
}

const PARTNER = '-partner';
/** How many suggestions an author gets. */
const MOST_NEAR = 3;
/** A page that includes more files, and they others, is no page that anybody wrote. */
const MOST_SHOWN = 200;

/** Where a link leads. */
export type LinkLookup =
  /** To another site, or past what the workspace knows. */
  | { readonly kind: 'elsewhere' }
  /** To a place of the same page. */
  | { readonly kind: 'here' }
  | { readonly kind: 'found'; readonly target: PathTarget; readonly path: FilePath }
  /** There, but its name is written in another case: broken where case counts. */
  | { readonly kind: 'other-case'; readonly target: PathTarget; readonly path: FilePath }
  | { readonly kind: 'missing'; readonly target: PathTarget };

/** Reads the index for one page, and keeps in mind what was asked. */
export class IndexReader {
  /** The topics that were asked about. */
  readonly topics = new Set<Topic>();
  readonly #index: WorkspaceIndex;

  constructor(index: WorkspaceIndex) {
    this.#index = index;
  }

  page(path: FilePath): PageSummary | undefined {
    this.topics.add(topics.page(path));
    return this.#index.pages.get(path);
  }

  /** Whether docfx makes a page of the file. What it leaves out is read by nobody: its links lead nowhere that matters. */
  isBuilt(path: FilePath): boolean {
    this.topics.add(topics.docsets);
    const docset = this.#index.docsetOf(path);
    if (docset === undefined) return true;
    // A glob costs too much to be asked for every page that shares a task.
    const known = builtIn(docset);
    let isBuilt = known.get(path);
    if (isBuilt === undefined) known.set(path, (isBuilt = docset.isBuilt(path)));
    return isBuilt;
  }

  /** Where a target, as written on the page at `from`, leads. */
  follow(from: FilePath, written: string): LinkLookup {
    const target = linkTarget(from, written, this.#index.rootOf(from));
    if (target.kind !== 'path') return target;
    const { files } = this.#index;
    const { path } = target;
    this.topics.add(topics.file(path));
    const file = this.#index.fileAt(path);
    if (file !== undefined) {
      this.topics.add(topics.file(file));
      return { kind: 'found', target, path: file };
    }
    this.topics.add(topics.files);
    if (isFolder(path, files)) return { kind: 'found', target, path };
    const [variant] = variantsOf(path, files);
    if (variant !== undefined) return { kind: 'found', target, path: variant };
    if (!this.#index.isInWorkspace(path)) return { kind: 'elsewhere' };
    const other = pathInOtherCase(path, files);
    if (other !== undefined) return { kind: 'other-case', target, path: other };
    return target.way === 'beside' && !canBeJudged(path, files) ? { kind: 'elsewhere' } : { kind: 'missing', target };
  }

  /** The files that a link to `path`, which is not there, may have meant, best first. `from` is the page with the link. */
  filesMeantBy(path: FilePath, from: FilePath): readonly FilePath[] {
    this.topics.add(topics.files);
    return nearFiles(path, from, this.#index.files);
  }

  /** The folder that `~/` and `/` lead to from the page. */
  rootOf(path: FilePath): FilePath {
    this.topics.add(topics.docsets);
    return this.#index.rootOf(path);
  }

  /** The anchors that a Markdown page has by itself; `undefined` for any other file. */
  anchorsOf(path: FilePath): AnchorSet | undefined {
    this.topics.add(topics.anchors(path));
    const page = this.#index.pages.get(path);
    return page === undefined ? undefined : anchors(page);
  }

  /**
   * The anchors that readers find on a Markdown page, those of the files that it includes among them: one set for each.
   * `undefined` for any other file, and where an include is not known.
   */
  anchorsShownOn(path: FilePath): readonly AnchorSet[] | undefined {
    const files = this.#shownOn(path, new Set());
    return files === undefined ? undefined : [...files].flatMap((file) => this.anchorsOf(file) ?? []);
  }

  /** Whether any page includes the file. */
  isIncluded(path: FilePath): boolean {
    this.topics.add(topics.includes).add(topics.docsets);
    return this.#index.included.has(path);
  }

  /** Where the task stands in tables, on the pages that `isWanted`. */
  usesOf(id: string, isWanted: (page: PageSummary) => boolean = () => true): TaskUse[] {
    return this.#pagesWith(id, isWanted).flatMap((page) =>
      (tasksById(page).get(id) ?? []).map((task) => ({ page, task })),
    );
  }

  /** Of the index, to say later since when something is known. */
  get revision(): number {
    return this.#index.revision;
  }

  /** What is found out from the index can be kept under this object; another index is another one. */
  get owner(): object {
    return this.#index;
  }

  /** Whether the task stands in the same tables, on pages that say the same about it, as at revision `since`. */
  isTaskUnchanged(id: string, since: number): boolean {
    const dependencies = [topics.task(id), topics.docsets];
    for (const topic of dependencies) this.topics.add(topic);
    return !this.#index.hasChanged(dependencies, since);
  }

  /** Where text or a refresh log names the task. */
  mentionsOf(id: string): MentionUse[] {
    return this.#pagesWith(id).flatMap((page) =>
      (mentionsById(page).get(id) ?? []).map(({ start, value }) => ({ page, start, mention: value })),
    );
  }

  /** The catalogue's entries for the task: none for an unknown one, several where the catalogue has it twice. */
  entriesOf(id: string): EntryUse[] {
    this.topics.add(topics.entry(id));
    return [...(this.#index.pagesWithEntry.get(id) ?? [])].sort().flatMap((path): EntryUse[] => {
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

  /** What the catalogue holds as a whole. */
  get catalogue(): CatalogueExtent {
    this.topics.add(topics.catalogue);
    return this.#index.catalogue;
  }

  /** The known task IDs that `id` was probably meant to be, nearest first: two digits in the wrong order, or one wrong. */
  idsNear(id: string): string[] {
    this.topics.add(topics.catalogue);
    const { catalogue, pagesWithEntry } = this.#index;
    // Another catalogue is another object.
    let near = nearIds.get(catalogue);
    if (near === undefined) nearIds.set(catalogue, (near = new NearIds(pagesWithEntry.keys())));
    return near.near(id).slice(0, MOST_NEAR);
  }

  /** Every entry of the catalogue. The list is the same object as long as the catalogue is the same. */
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

  /** The page in every language it is there in, the page at `path` included. */
  translationsOf(path: FilePath): ReadonlyMap<Language, PageSummary> {
    const key = translationKey(path);
    const direct = translationsIn(this.#pagesIn(key));
    const isForPartners = key.endsWith(PARTNER);
    if (direct.has('en') === isForPartners) return direct;
    // Some translations are named for partners where the English page is not, and nothing else is translated from it.
    const others = translationsIn(this.#pagesIn(isForPartners ? key.slice(0, -PARTNER.length) : key + PARTNER));
    const [plain, named] = isForPartners ? [others, direct] : [direct, others];
    const english = plain.get('en');
    if (english === undefined || [...named.keys()].some((language) => plain.has(language))) return direct;
    return isForPartners ? new Map([...direct, ['en', english]]) : new Map([...direct, ...named]);
  }

  /** The playbooks of a folder that have this title. */
  pagesTitled(title: string, folder: FilePath | undefined): PageSummary[] {
    this.topics.add(topics.title(folder, title));
    return [...this.#index.files.inFolder(folder ?? '')].sort().flatMap((path) => {
      const page = this.#index.pages.get(path);
      return page?.title?.value === title ? [page] : [];
    });
  }

  /** How many pages right in the folder have which language. */
  languagesIn(folder: FilePath | undefined): ReadonlyMap<Language, number> {
    this.topics.add(topics.folder(folder));
    return this.#index.languagesIn(folder ?? '');
  }

  /** The table of contents in the folder of the page, or in the nearest one above it that has one. */
  nearestToc(path: FilePath): FilePath | undefined {
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
      const toc = this.tocIn(folder);
      if (toc !== undefined) return toc;
    }
    return undefined;
  }

  /** The table of contents right in the folder. */
  tocIn(folder: FilePath): FilePath | undefined {
    this.topics.add(topics.tocs);
    return tocsByFolder(this.#index).get(folder);
  }

  /** Whether any table of contents names the page. */
  isInToc(path: FilePath): boolean {
    this.topics.add(topics.inToc(path));
    return this.#index.tocTargets.has(path);
  }

  /** The page and the files that it includes, at any depth; `undefined` where one of them is not known. */
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

  /** The pages that go by one name in all languages. */
  #pagesIn(key: string): PageSummary[] {
    this.topics.add(topics.group(key));
    return [...(this.#index.groups.get(key) ?? [])].flatMap((path) => this.#index.pages.get(path) ?? []);
  }

  #pagesWith(id: string, isWanted: (page: PageSummary) => boolean = () => true): PageSummary[] {
    this.topics.add(topics.task(id));
    const pages: PageSummary[] = [];
    for (const path of this.#index.pagesWithTask.get(id) ?? NO_PATHS) {
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

const NO_PATHS: readonly never[] = [];

const nearIds = new WeakMap<CatalogueExtent, NearIds>();

const allEntries = new WeakMap<CatalogueExtent, readonly CatalogueEntry[]>();

const builtIn = memoized((_: Docset) => new Map<FilePath, boolean>());

/** The rows of the page's task tables by their ID. */
export const tasksById = memoized(({ tasks }: PageSummary) => byId(tasks));

const mentionsById = memoized(({ mentions }: PageSummary) => byId(mentions));

const entriesById = memoized(({ entries }: PageSummary) => byId(entries));

const exportedById = memoized(({ entries }: ExportedCatalogue) => byId(entries.map((value) => ({ start: 0, value }))));

function byId<Fact extends Placed<{ readonly id: Located<string> }>>(
  facts: readonly Fact[],
): ReadonlyMap<string, readonly Fact[]> {
  const known = new Map<string, Fact[]>();
  for (const fact of facts) {
    const same = known.get(fact.value.id.value);
    if (same === undefined) known.set(fact.value.id.value, [fact]);
    else same.push(fact);
  }
  return known;
}
