import { factsToStore, type FilePath, type PageSummary, type TocSummary } from '../../core/index.js';
import type { FactsStore, StoredData } from '../../workspace/index.js';
import type { CliHost } from '../cli-host.js';
import type { ReadText } from '../workspace-host.js';
import { NewCacheFile, openCacheFile, type CacheFile } from '../../cache/cache-folder.js';
import { entriesIn, IndexWriter, partOf, valueOf, type StoredEntry } from '../../cache/index-file.js';
import { nativePath, textAt } from './stored-text.js';

/** Where the facts are stored. */
export interface CachePlace {
  readonly folder: string;
  /** The name of the file. */
  readonly name: string;
  /** Facts that were stored with another key are ignored: it says which program read them. */
  readonly key: string;
}

export interface FactsCacheParts {
  readonly place: CachePlace;
  readonly host: CliHost;
  /** The texts that were read, by absolute path. */
  readonly texts: ReadonlyMap<string, ReadText>;
}

/** The parts of an entry about a page, in their order. A table of contents has none. */
const PARTS: readonly ('tasks' | 'details')[] = ['tasks', 'details'];

/** If so many of a hundred files are new, writing the index takes less time than reading them again. */
const WORTH_WRITING = 1;

/** The facts about unchanged files that earlier runs stored, and the facts that this run adds. */
export class FactsCache implements FactsStore {
  readonly #parts: FactsCacheParts;
  /** Open until everything is checked: what is stored about a page is read when it's needed. */
  #file: CacheFile | undefined;
  #known: ReadonlyMap<string, StoredEntry> | undefined;
  /** The entries that are up to date. */
  readonly #current = new Map<string, StoredEntry>();
  /** The facts that are new, by path. */
  readonly #added = new Map<string, () => StoredEntry>();

  constructor(parts: FactsCacheParts) {
    this.#parts = parts;
  }

  dataOf(path: FilePath, vocabularyKey: string): StoredData | undefined {
    const entry = this.#entryOf(path, this.#parts.host.stampOf?.(nativePath(path)), vocabularyKey);
    if (entry === undefined) return undefined;
    this.#current.set(path, entry);
    return dataIn(entry);
  }

  textOf(path: FilePath): string {
    return textAt(path, this.#parts.host);
  }

  keepPage(page: PageSummary, vocabularyKey: string): void {
    this.#keep(page.path, vocabularyKey, (stamp) => entryOf(page, vocabularyKey, stamp));
  }

  /** The same for the facts of a page that another thread read. */
  keep(entry: StoredEntry): void {
    this.#add(entry, () => entry);
  }

  keepToc({ path, targets }: TocSummary): void {
    this.#keep(path, '', (stamp) => ({ path, stamp, vocabularyKey: '', outline: targets, parts: [] }));
  }

  #keep(path: FilePath, vocabularyKey: string, entryFor: (stamp: string) => StoredEntry): void {
    const stamp = this.#parts.texts.get(nativePath(path))?.stamp;
    if (stamp === undefined) return;
    this.#add({ path, stamp, vocabularyKey }, () => entryFor(stamp));
  }

  #add(
    { path, stamp, vocabularyKey }: Pick<StoredEntry, 'path' | 'stamp' | 'vocabularyKey'>,
    added: () => StoredEntry,
  ): void {
    const entry = this.#entryOf(path, stamp, vocabularyKey);
    if (entry !== undefined) this.#current.set(path, entry);
    else this.#added.set(path, added);
  }

  /** Stores everything that is up to date. Never throws. */
  save(): void {
    if (!this.#isWorthWriting()) return;
    const { folder, name, key } = this.#parts.place;
    const file = new NewCacheFile(folder, name);
    const writer = new IndexWriter((data) => file.write(data));
    for (const entry of this.#current.values()) writer.add(entry);
    for (const entry of this.#added.values()) writer.add(entry());
    writer.end(key);
    // Windows doesn't replace a file that is open.
    this.#file?.close();
    file.replace();
  }

  #isWorthWriting(): boolean {
    const { size } = this.#added;
    return size > 0 && size * 100 >= WORTH_WRITING * this.#current.size;
  }

  #entryOf(path: string, stamp: string | undefined, vocabularyKey: string): StoredEntry | undefined {
    const entry = stamp === undefined ? undefined : this.#entries.get(path);
    return entry?.stamp === stamp && entry?.vocabularyKey === vocabularyKey ? entry : undefined;
  }

  get #entries(): ReadonlyMap<string, StoredEntry> {
    const { folder, name, key } = this.#parts.place;
    if (this.#known === undefined) {
      this.#file = openCacheFile(folder, name);
      this.#known = this.#file === undefined ? new Map() : entriesIn(this.#file, key);
    }
    return this.#known;
  }
}

/** The facts about a page, as they are stored. */
export function entryOf(page: PageSummary, vocabularyKey: string, stamp: string): StoredEntry {
  const { outline, tasks, details } = factsToStore(page);
  return { path: page.path, stamp, vocabularyKey, outline, parts: [partOf(tasks), partOf(details)] };
}

/** What is stored in such an entry. */
export function dataIn({ outline, parts }: StoredEntry): StoredData {
  return { outline, part: (name) => valueOf(parts[PARTS.indexOf(name)]) };
}
