import {
  isInside,
  isTocName,
  nameOf,
  readToc,
  WorkspaceIndex,
  withoutSlash,
  type FilePath,
  type PageSummary,
  type Playbook,
  type TocSummary,
} from '../core/index.js';
import { CatalogueExports } from './catalogue-exports.js';
import type { ConfigStore } from './config-store.js';
import { Docsets } from './docsets.js';
import { Emitter, type Event } from './emitter.js';
import { filePathOf, uriOf } from './file-uris.js';
import type { AnyUri } from './uris.js';
import type { BoundedFiles } from './bounded-files.js';
import { hasFailed, type Unread } from './host.js';
import { IndexedPages, type IndexedPagesOptions } from './indexed-pages.js';
import { SKIPPED_FOLDERS } from '../shared/files-below.js';
import type { FactsStore } from './facts-store.js';
import { PagesAhead, providesFacts } from './pages-ahead.js';
import { ParsedPages } from './parsed-pages.js';
import { StoredFiles, type StoredFile } from './stored-files.js';
import { ChangedPagesCollector, type WorkspaceChange } from './workspace-change.js';
import type { WorkspaceFailure } from './workspace-failure.js';

/** A file that was created, deleted or changed. */
export interface FileChange {
  readonly uri: AnyUri;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The progress of reading the workspace. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

export interface WorkspaceIndexerOptions {
  readonly host: BoundedFiles;
  readonly configs: ConfigStore;
  /** Receives each change of the index that can affect another page. The first one is that the index is complete. */
  readonly changes: Emitter<WorkspaceChange>;
  readonly failures: Emitter<WorkspaceFailure>;
  /** Whether the page is open in an editor, so that its text counts instead of the file's. */
  readonly isOpen: (path: FilePath) => boolean;
  /** Lets other work run; called between pages. */
  readonly pause?: () => Promise<void>;
  /** The pages that are checked right afterwards, so they are kept as they were parsed. */
  readonly toCheck: ReadonlySet<string>;
  /** Whether the other pages are parsed when a rule asks for their facts. */
  readonly isLazy: boolean;
  /** What earlier runs found out about the files. */
  readonly store: FactsStore | undefined;
  /** What earlier sessions found out about texts. */
  readonly texts: IndexedPagesOptions['texts'];
}

/** A folder with more files isn't a workspace of playbooks, and reading it would take too long. */
const MAX_FILES = 200_000;
/** How many files are requested at a time. */
const READ_AHEAD = 8;
/** The number of characters of Markdown after which other work can run. */
const STRETCH = 60_000;
/** More changes at once are a branch switch. Reading everything again is faster and more reliable. */
const FLOOD = 500;
/** How many files that couldn't be read are tried again at each change. */
const MAX_RETRIES = 100;

/** The files in a folder at any depth. */
interface Listing {
  /** `undefined` if the folder couldn't be listed. */
  readonly files: readonly FilePath[] | undefined;
  /** This folder or subfolders whose files are unknown. */
  readonly unlisted: readonly FilePath[];
  /** Listing the folder may work later. */
  readonly hasFailed: boolean;
}

/** Builds the index of the workspace, and keeps it up to date with files and open documents. */
export class WorkspaceIndexer {
  readonly index = new WorkspaceIndex();
  readonly parsed: ParsedPages;
  readonly ahead: PagesAhead;
  readonly #options: WorkspaceIndexerOptions;
  readonly #stored: StoredFiles;
  readonly #pages: IndexedPages;
  readonly #progress = new Emitter<IndexProgress>();
  readonly #changedPages = new ChangedPagesCollector();
  readonly #docsets: Docsets;
  readonly #exports: CatalogueExports;
  #roots: readonly string[] = [];
  #maxFiles = MAX_FILES;
  #work: Promise<void> | undefined;
  #changes = new Map<string, FileChange['kind']>();
  /** `failed`: no folder could be listed; this is tried again. `impossible`: there is nothing to list. */
  #state: 'empty' | 'building' | 'ready' | 'failed' | 'impossible' = 'empty';
  /** Changes that arrive until then are handled together. */
  #willApply = false;
  #willScan = false;
  #sinceLastPause = 0;

  constructor(options: WorkspaceIndexerOptions) {
    this.#options = options;
    this.#stored = new StoredFiles(options.store, options.configs, options.toCheck);
    this.parsed = new ParsedPages(options.toCheck);
    this.ahead = new PagesAhead(options.host, options.configs, this.parsed);
    this.#pages = new IndexedPages({
      ...options,
      index: this.index,
      ahead: this.ahead,
      parsed: this.parsed,
      stored: this.#stored,
      changedPages: this.#changedPages,
    });
    this.#docsets = new Docsets(this.index, options.host);
    this.#exports = new CatalogueExports(this.index, options.host, options.configs, options.failures);
  }

  /** Whether the index knows the workspace. Until then, it would report everything as missing. */
  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** The progress of reading the workspace. */
  get onDidProgress(): Event<IndexProgress> {
    return this.#progress.event;
  }

  /**
   * The workspace folders, as URIs. Files outside them are removed from the index. Folders with more than `maxFiles`
   * aren't read.
   */
  setFolders(uris: readonly string[], maxFiles = MAX_FILES): void {
    this.#roots = uris;
    this.#maxFiles = maxFiles;
    this.index.setRoots(uris.map(filePathOf).map(withoutSlash));
    if (this.#state !== 'empty') this.rescan();
  }

  /**
   * Starts reading the workspace if necessary, and waits until the index is up to date. Returns whether there is an
   * index.
   */
  async ready(): Promise<boolean> {
    if (this.#state === 'empty') this.rescan();
    while (this.#work !== undefined) await this.#work;
    return this.isReady;
  }

  /** Reads all files again. */
  rescan(): void {
    if (this.#state !== 'ready') this.#state = 'building';
    this.#changes.clear();
    if (this.#willScan) return;
    this.#willScan = true;
    this.#enqueue(() => this.#scan());
  }

  /** Files changed on the disk. */
  filesChanged(changes: readonly FileChange[]): void {
    if (this.#state === 'empty') return;
    for (const { uri, kind } of changes) this.#changes.set(uri, kind);
    if (this.#changes.size > FLOOD || this.#state === 'failed') this.rescan();
    else if (!this.#willApply) {
      this.#willApply = true;
      this.#enqueue(() => this.#applyChanges());
    }
  }

  /** Updates the page from an open document, or from a text that is about to be checked. */
  takePage(path: FilePath, playbook: Playbook): PageSummary {
    this.index.setUnread(path, false);
    const { summary, isChange } = this.#pages.take(path, playbook);
    if (isChange) this.#fireChange();
    return summary;
  }

  /** Updates the table of contents from an open document. */
  takeToc(path: FilePath, toc: TocSummary): void {
    this.index.setUnread(path, false);
    if (!this.index.isInWorkspace(path) || this.index.tocs.get(path)?.text === toc.text) return;
    this.#setToc(path, toc);
    this.#fireChange();
  }

  /** The page can't be checked at present, so it doesn't provide its tasks either. */
  leaveOutPage(path: FilePath): void {
    if (!this.index.pages.has(path) && !this.index.unread.has(path)) return;
    this.index.setUnread(path, false);
    this.#forget(path);
    this.#fireChange();
  }

  /** The document was closed: the file counts again. */
  closed(uri: AnyUri): void {
    if (this.#state !== 'empty') this.filesChanged([{ uri, kind: 'changed' }]);
  }

  /** Frees the memory of facts that were needed some time ago. Not during a check, which may still need them. */
  freeMemory(): void {
    this.#pages.freeMemory();
  }

  #enqueue(job: () => Promise<void>): void {
    const before = this.#work ?? Promise.resolve();
    const work = before
      .then(job)
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        if (this.#work === work) this.#work = undefined;
      });
    this.#work = work;
  }

  /** An incomplete index isn't used, because everything that it doesn't contain would be reported as missing. */
  #failed(error: unknown): void {
    if (this.#state === 'building') this.#state = 'impossible';
    this.#options.failures.fire({ kind: 'error', error });
  }

  async #scan(): Promise<void> {
    this.#willScan = false;
    const listings = await Promise.all(this.#roots.map((root) => this.#list(root)));
    if (listings.every((listing) => listing === undefined || listing.files === undefined)) {
      this.#state = listings.some((listing) => listing?.hasFailed) ? 'failed' : 'impossible';
      return;
    }
    const present = new Set(listings.flatMap((listing) => listing?.files ?? []));
    this.index.setUnlisted(listings.flatMap((listing) => listing?.unlisted ?? []));
    const gone = [...this.index.files.all()].filter((path) => !present.has(path) && !this.index.isUnlisted(path));
    this.index.changeFiles(present, gone);
    await this.#docsets.read();
    for (const path of gone) {
      this.index.setUnread(path, false);
      this.#forget(path);
    }
    await this.#pages.kept.open(this.#roots);
    await this.#readAll([...present].filter(isRead).sort());
    this.index.setConfiguredEditions(await this.#options.configs.editions());
    await this.#readExports();
    // No result from before depends on other pages.
    if (this.#state !== 'ready') this.index.outdateAll();
    this.#state = 'ready';
    this.#fireChange();
  }

  async #applyChanges(): Promise<void> {
    this.#willApply = false;
    const changes = [...this.#changes];
    this.#changes.clear();
    if (changes.length === 0 || this.#state !== 'ready') return;
    const before = this.index.revision;
    const presentLists: FilePath[][] = [];
    const goneLists: FilePath[][] = [];
    for (const [uri, kind] of changes) {
      const path = filePathOf(uri);
      if (!this.index.isInWorkspace(path) || isSkipped(path)) continue;
      if (kind !== 'deleted') presentLists.push(await this.#filesAt(path, kind));
      // A folder is deleted as one.
      else
        goneLists.push(
          this.index.files.has(path) ? [path] : [...this.index.files.all()].filter((file) => isInside(path, file)),
        );
    }
    const gone = goneLists.flat();
    const present = [...presentLists.flat(), ...(await this.#toRetry(new Set(gone)))];
    this.index.changeFiles(present, gone);
    const affected = [...present, ...gone];
    if (this.#docsets.dependsOn(affected)) await this.#docsets.read();
    for (const path of gone) if (!this.#options.isOpen(path)) this.#forget(path);
    await this.#readAll([...new Set(present)].filter(isRead));
    this.index.setConfiguredEditions(await this.#options.configs.editions());
    if (this.#exports.dependsOn(affected)) await this.#readExports();
    if (this.index.revision !== before || !this.#changedPages.isEmpty) this.#fireChange();
  }

  /** A created folder includes everything in it. */
  async #filesAt(path: FilePath, kind: FileChange['kind']): Promise<FilePath[]> {
    if (kind === 'changed' || this.index.files.has(path) || /\.[^/.]+$/.test(nameOf(path))) return [path];
    const listing = await this.#list(uriOf(path));
    if (listing === undefined) return [path];
    if (listing.unlisted.length > 0) this.index.setUnlisted([...this.index.unlisted, ...listing.unlisted]);
    return listing.files?.length === 0 ? [path] : [...(listing.files ?? [])];
  }

  /** The files that couldn't be read, and those in folders that couldn't be listed but can be now. */
  async #toRetry(gone: ReadonlySet<FilePath>): Promise<FilePath[]> {
    for (const path of gone) this.index.setUnread(path, false);
    const unread = [...this.index.unread].slice(0, MAX_RETRIES);
    const folders = this.index.unlisted.slice(0, MAX_RETRIES);
    if (folders.length === 0) return unread;
    const listings = await Promise.all(folders.map((folder) => this.#list(uriOf(folder))));
    const remaining = listings.flatMap((listing) => listing?.unlisted ?? []);
    // The folders that failed again come last, so that all of them have their turn.
    this.index.setUnlisted([...this.index.unlisted.slice(MAX_RETRIES), ...remaining]);
    return [...unread, ...listings.flatMap((listing) => listing?.files ?? [])];
  }

  /** `undefined` if the folder doesn't exist. */
  async #list(uri: AnyUri): Promise<Listing | undefined> {
    const listing = await this.#options.host.listFiles(uri, this.#maxFiles);
    if (listing === undefined) return undefined;
    if ('unread' in listing) return { files: undefined, unlisted: [filePathOf(uri)], hasFailed: hasFailed(listing) };
    return {
      files: listing.uris.map(filePathOf),
      unlisted: listing.unlisted.map((folder) => filePathOf(folder.uri)),
      hasFailed: false,
    };
  }

  async #readAll(paths: readonly FilePath[]): Promise<void> {
    const { isOpen } = this.#options;
    const closed = paths.filter((path) => !isOpen(path));
    const stored = await this.#stored.among(closed);
    const toRead = closed.filter((path) => !stored.has(path));
    const texts = toRead.slice(0, READ_AHEAD).map((path) => this.#textOf(path));
    let done = 0;
    for (const path of closed) {
      const known = stored.get(path);
      if (known !== undefined) {
        if (!isOpen(path)) this.#takeStored(path, known);
        continue;
      }
      const read = await texts.shift();
      const next = toRead[done++ + READ_AHEAD];
      if (next !== undefined) texts.push(this.#textOf(next));
      // It may have been opened in the meantime.
      if (!isOpen(path)) await this.#take(path, read);
      this.#progress.fire({ done, total: toRead.length });
      await this.#pauseAfter(typeof read === 'string' ? read.length : 0);
    }
    this.#pages.kept.keep();
  }

  async #textOf(path: FilePath): Promise<string | Unread | undefined> {
    return this.ahead.textOf(path) ?? this.#options.host.readText(uriOf(path));
  }

  #takeStored(path: FilePath, file: StoredFile): void {
    this.index.setUnread(path, false);
    if (file.kind === 'toc') this.#setToc(path, file.toc);
    else this.#pages.takeStored(path, file.page);
  }

  async #take(path: FilePath, text: string | Unread | undefined): Promise<void> {
    const { config, path: relative } = await this.#options.configs.configFor(uriOf(path));
    this.index.setUnread(path, hasFailed(text) && !config.isIgnored(relative));
    if (typeof text !== 'string') {
      // Deleted between listing and reading, or not readable: it provides nothing, but its name stays until the disk
      // says otherwise.
      this.#forget(path);
    } else if (isTocName(nameOf(path))) {
      const toc = this.#pages.kept.tocWith(path, text) ?? readToc(path, text);
      this.#stored.keepToc(toc);
      this.#setToc(path, toc);
    } else {
      if (config.isIgnored(relative) || !providesFacts(text)) this.#forget(path);
      else this.#pages.read(path, text, config.configFor(relative));
    }
  }

  async #readExports(): Promise<void> {
    const before = new Map(this.index.exports);
    await this.#exports.read();
    const after = this.index.exports;
    for (const path of new Set([...before.keys(), ...after.keys()]))
      this.#changedPages.replaced(path, before.get(path), after.get(path));
  }

  #forget(path: FilePath): void {
    this.#pages.delete(path);
    if (this.index.tocs.has(path)) this.#setToc(path, undefined);
  }

  #setToc(path: FilePath, toc: TocSummary | undefined): void {
    const before = this.index.tocs.get(path);
    this.index.setToc(path, toc);
    if (before === undefined || before.text !== toc?.text) this.#changedPages.replaced(path, before, toc);
  }

  #fireChange(): void {
    this.#options.changes.fire({ kind: 'index', pages: this.#changedPages.take() });
  }

  async #pauseAfter(length: number): Promise<void> {
    this.#sinceLastPause += length;
    if (this.#sinceLastPause < STRETCH) return;
    this.#sinceLastPause = 0;
    await this.#options.pause?.();
  }
}

function isSkipped(path: FilePath): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => SKIPPED_FOLDERS.has(folder));
}

/** Whether the file provides facts for the index. */
function isRead(path: FilePath): boolean {
  return /\.(?:md|markdown)$/i.test(path) || isTocName(nameOf(path));
}
