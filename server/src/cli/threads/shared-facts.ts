import { pathToFileURL } from 'node:url';
import type { FilePath, PageSummary, TocSummary } from '../../core/index.js';
import { entriesIn, IndexWriter, type StoredEntry } from '../../cache/index-file.js';
import type { FactsStore, StoredData, Workspace } from '../../workspace/index.js';
import { dataIn, entryOf, type FactsCache } from '../cache/facts-cache.js';
import { textAt } from '../cache/stored-text.js';
import type { CliHost } from '../cli-host.js';
import type { ReadText } from '../workspace-host.js';
import type { Thread } from './thread.js';

/** All threads of a run are of the same program. */
const KEY = '';
/** The stamp of a file that changes too often, or is a link. */
const NO_STAMP = '';

export interface SharedFactsParts {
  readonly thread: Thread;
  readonly host: CliHost;
  /** The texts that were read, by absolute path. */
  readonly texts: ReadonlyMap<string, ReadText>;
  /** What earlier runs found out. */
  readonly cache: FactsCache | undefined;
}

/** The facts about the pages that other threads read, and those that earlier runs stored. */
export class SharedFacts implements FactsStore {
  readonly #parts: SharedFactsParts;
  /** By path, also those of this thread. */
  readonly #shared = new Map<FilePath, StoredEntry>();

  constructor(parts: SharedFactsParts) {
    this.#parts = parts;
  }

  /** Reads the files of this thread, and waits for what the others say about theirs. `onRead`: after each file. */
  async share(workspace: Workspace, onRead: () => void): Promise<void> {
    const { thread } = this.#parts;
    const own: StoredEntry[] = [];
    for (const path of thread.own) {
      const ahead = await workspace.readAhead(pathToFileURL(path).href);
      const stamp = this.#parts.texts.get(path)?.stamp ?? NO_STAMP;
      if (ahead !== undefined) own.push(entryOf(ahead.page, ahead.vocabularyKey, stamp));
      onRead();
    }
    const others = await thread.exchange(indexFileOf(own));
    for (const entry of [...own, ...others.flatMap(entriesOf)]) this.#take(entry);
  }

  #take(entry: StoredEntry): void {
    this.#shared.set(entry.path as FilePath, entry);
    if (entry.stamp !== NO_STAMP) this.#parts.cache?.keep(entry);
  }

  dataOf(path: FilePath, vocabularyKey: string): StoredData | undefined {
    const entry = this.#shared.get(path);
    if (entry?.vocabularyKey !== vocabularyKey) return this.#parts.cache?.dataOf(path, vocabularyKey);
    return dataIn(entry);
  }

  textOf(path: FilePath): string {
    return textAt(path, this.#parts.host);
  }

  keepPage(page: PageSummary, vocabularyKey: string): void {
    if (!this.#shared.has(page.path)) this.#parts.cache?.keepPage(page, vocabularyKey);
  }

  keepToc(toc: TocSummary): void {
    this.#parts.cache?.keepToc(toc);
  }
}

function indexFileOf(entries: readonly StoredEntry[]): Buffer {
  const written: Buffer[] = [];
  const writer = new IndexWriter((data) => written.push(data));
  for (const entry of entries) writer.add(entry);
  writer.end(KEY);
  return Buffer.concat(written);
}

function entriesOf(facts: Buffer): StoredEntry[] {
  const file = { size: facts.length, read: (start: number, end: number) => facts.subarray(start, end) };
  return [...entriesIn(file, KEY).values()];
}
