import {
  isInside,
  isTocName,
  nameOf,
  parsePlaybook,
  readDocset,
  readToc,
  summarize,
  WorkspaceIndex,
  folderOf,
  withoutSlash,
  type FilePath,
  type PageSummary,
  type Playbook,
  type Vocabulary,
} from '../core/index.js';
import { CatalogueExports } from './catalogue-exports.js';
import type { ConfigStore } from './config-store.js';
import { filePathOf, uriOf } from './file-uris.js';
import type { AnyUri } from './uris.js';
import type { BoundedFiles } from './bounded-files.js';
import { SKIPPED_FOLDERS } from '../shared/files-below.js';
import { MAX_LENGTH } from '../shared/limits.js';
import { ParsedPages } from './parsed-pages.js';

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
  /** Whether the page is open in an editor, so that its text counts instead of the file's. */
  readonly isOpen: (path: FilePath) => boolean;
  /** Lets other work run; called between pages. */
  readonly pause?: () => Promise<void>;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Called after each change of the index that can affect another page, and when the index is ready. */
  readonly onChange?: () => void;
  /** Called with an error in one part of the work. The following parts still run. */
  readonly onError?: (error: unknown) => void;
  /** Keeps parsed pages for callers that check all pages right afterwards. */
  readonly keepParsed?: boolean;
}

/** A folder with more files isn't a workspace of playbooks, and reading it would take too long. */
const MAX_FILES = 200_000;
/** How many files are requested at a time. */
const READ_AHEAD = 8;
/** The number of characters of Markdown after which other work can run. */
const STRETCH = 60_000;
/** More changes at once are a branch switch. Reading everything again is faster and more reliable. */
const FLOOD = 500;

/** Builds the index of the workspace, and keeps it up to date with files and open documents. */
export class WorkspaceIndexer {
  readonly index = new WorkspaceIndex();
  readonly parsed: ParsedPages;
  readonly #options: WorkspaceIndexerOptions;
  readonly #exports: CatalogueExports;
  #roots: readonly string[] = [];
  #work: Promise<void> | undefined;
  /** The source of each page in the index. */
  readonly #readAs = new Map<FilePath, Pick<Playbook, 'text' | 'vocabulary'>>();
  #docsetState = '';
  #changes = new Map<string, FileChange['kind']>();
  #state: 'empty' | 'building' | 'ready' | 'impossible' = 'empty';
  /** Changes that arrive until then are handled together. */
  #willApply = false;
  #willScan = false;
  #sinceLastPause = 0;

  constructor(options: WorkspaceIndexerOptions) {
    this.#options = options;
    this.parsed = new ParsedPages(options.keepParsed === true);
    this.#exports = new CatalogueExports(this.index, options.host, options.configs, (error) =>
      options.onError?.(error),
    );
  }

  /** Whether the index knows the workspace. Until then, it would report everything as missing. */
  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** The workspace folders, as URIs. Files outside them are removed from the index. */
  setFolders(uris: readonly string[]): void {
    this.#roots = uris;
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
    if (this.#changes.size > FLOOD) this.rescan();
    else if (!this.#willApply) {
      this.#willApply = true;
      this.#enqueue(() => this.#applyChanges());
    }
  }

  /** Updates the page from an open document, or from a text that is about to be checked. */
  takePage(path: FilePath, playbook: Playbook): PageSummary {
    const summary = summarize(path, playbook);
    this.#readAs.set(path, { text: playbook.text, vocabulary: playbook.vocabulary });
    if (this.index.isInWorkspace(path) && this.index.setPage(path, summary)) this.#options.onChange?.();
    return summary;
  }

  /** The page can't be checked at present, so it doesn't provide its tasks either. */
  leaveOutPage(path: FilePath): void {
    if (!this.index.pages.has(path)) return;
    this.#forget(path);
    this.#options.onChange?.();
  }

  /** The document was closed: the file counts again. */
  closed(uri: AnyUri): void {
    if (this.#state !== 'empty') this.filesChanged([{ uri, kind: 'changed' }]);
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
    this.#options.onError?.(error);
  }

  async #scan(): Promise<void> {
    this.#willScan = false;
    const listed = await Promise.all(this.#roots.map((root) => this.#options.host.listFiles(root, MAX_FILES)));
    if (listed.length === 0 || listed.every((files) => files === undefined)) {
      this.#state = 'impossible';
      return;
    }
    const present = new Set(listed.flatMap((files) => files ?? []).map(filePathOf));
    const gone = [...this.index.files.all()].filter((path) => !present.has(path));
    this.index.changeFiles(present, gone);
    await this.#readDocsets();
    for (const path of gone) this.#forget(path);
    await this.#readAll([...present].filter(isRead).sort());
    await this.#exports.read();
    this.#state = 'ready';
    this.#options.onChange?.();
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
    const present = presentLists.flat();
    const gone = goneLists.flat();
    this.index.changeFiles(present, gone);
    if ([...present, ...gone].some((path) => nameOf(path) === DOCFX)) await this.#readDocsets();
    for (const path of gone) if (!this.#options.isOpen(path)) this.#forget(path);
    await this.#readAll(present.filter(isRead));
    if (this.#exports.dependsOn([...present, ...gone])) await this.#exports.read();
    if (this.index.revision !== before) this.#options.onChange?.();
  }

  /** A created folder includes everything in it. */
  async #filesAt(path: FilePath, kind: FileChange['kind']): Promise<FilePath[]> {
    if (kind === 'changed' || this.index.files.has(path) || /\.[^/.]+$/.test(nameOf(path))) return [path];
    const listed = await this.#options.host.listFiles(uriOf(path), MAX_FILES);
    return listed === undefined || listed.length === 0 ? [path] : listed.map(filePathOf);
  }

  async #readDocsets(): Promise<void> {
    const paths = [...this.index.files.named(DOCFX)].sort();
    const texts = await Promise.all(paths.map((path) => this.#options.host.readText(uriOf(path))));
    const state = JSON.stringify([paths, texts]);
    if (state === this.#docsetState) return;
    this.#docsetState = state;
    this.index.setDocsets(
      paths.flatMap((path, index) =>
        typeof texts[index] === 'string' ? [readDocset(folderOf(path) ?? path, texts[index])] : [],
      ),
    );
  }

  async #readAll(paths: readonly FilePath[]): Promise<void> {
    const { host, isOpen, onProgress } = this.#options;
    const toRead = paths.filter((path) => !isOpen(path));
    const texts = toRead.slice(0, READ_AHEAD).map((path) => host.readText(uriOf(path)));
    for (const [index, path] of toRead.entries()) {
      const read = await texts.shift();
      const text = typeof read === 'string' ? read : undefined;
      const next = toRead[index + READ_AHEAD];
      if (next !== undefined) texts.push(host.readText(uriOf(next)));
      // It may have been opened in the meantime.
      if (!isOpen(path)) await this.#take(path, text);
      onProgress?.({ done: index + 1, total: toRead.length });
      await this.#pauseAfter(text?.length ?? 0);
    }
  }

  async #take(path: FilePath, text: string | undefined): Promise<void> {
    if (text === undefined) {
      // Deleted between listing and reading, or not readable: it provides nothing, but its name stays until the disk
      // says otherwise.
      this.#forget(path);
    } else if (isTocName(nameOf(path))) this.index.setToc(path, readToc(path, text));
    else {
      const { config, path: relative } = await this.#options.configs.configFor(uriOf(path));
      if (config.isIgnored(relative) || text.length > MAX_LENGTH || text.includes('\0')) this.#forget(path);
      else this.#readPage(path, text, config.configFor(relative).vocabulary);
    }
  }

  /** A page with the same text and vocabulary provides the same facts. */
  #readPage(path: FilePath, text: string, vocabulary: Vocabulary): void {
    const known = this.#readAs.get(path);
    if (known?.vocabulary === vocabulary && known.text === text) return;
    const playbook = this.parsed.keep(parsePlaybook({ uri: uriOf(path), text }, vocabulary));
    this.#readAs.set(path, { text, vocabulary });
    this.index.setPage(path, summarize(path, playbook));
  }

  #forget(path: FilePath): void {
    this.#readAs.delete(path);
    if (this.index.pages.has(path)) this.index.setPage(path, undefined);
    if (this.index.tocs.has(path)) this.index.setToc(path, undefined);
  }

  async #pauseAfter(length: number): Promise<void> {
    this.#sinceLastPause += length;
    if (this.#sinceLastPause < STRETCH) return;
    this.#sinceLastPause = 0;
    await this.#options.pause?.();
  }
}

const DOCFX = 'docfx.json';

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
