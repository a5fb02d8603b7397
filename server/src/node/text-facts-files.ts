import { createHash } from 'node:crypto';
import { indexFileName, NewCacheFile, openCacheFile, removeCacheFile } from '../cache/cache-folder.js';
import { entriesIn, IndexWriter, intactPart, partOf, valueOf, type StoredEntry } from '../cache/index-file.js';
import type { FactsWriter, KnownFacts, TextFactsStore } from '../workspace/index.js';

/** Where the facts are kept. */
export interface TextFactsPlace {
  readonly folder: string;
  /** Facts that were stored with another key are ignored: it says which program read them. */
  readonly key: string;
}

/** Facts in the user's cache folder, one file for each set of workspace folders. An entry has all facts in one part. */
export class TextFactsFiles implements TextFactsStore {
  readonly #place: TextFactsPlace;
  #written: NewCacheFile | undefined;

  constructor(place: TextFactsPlace) {
    this.#place = place;
  }

  open(folders: readonly string[]): Promise<KnownFacts | undefined> {
    return Promise.resolve(this.#known(folders));
  }

  replace(folders: readonly string[]): Promise<FactsWriter | undefined> {
    return Promise.resolve(areOnDisk(folders) ? this.#writer(folders) : undefined);
  }

  remove(folders: readonly string[]): void {
    removeCacheFile(this.#place.folder, nameFor(folders));
  }

  /** The session ends: what is half written is removed. */
  close(): void {
    this.#written?.discard();
  }

  #known(folders: readonly string[]): (KnownFacts & Entries) | undefined {
    const { folder, key } = this.#place;
    const file = areOnDisk(folders) ? openCacheFile(folder, nameFor(folders)) : undefined;
    if (file === undefined) return undefined;
    const entries = entriesIn(file, key);
    const entryOf = (path: string, stamp: string, vocabularyKey: string): StoredEntry | undefined => {
      const entry = entries.get(path);
      return entry?.stamp === stamp && entry.vocabularyKey === vocabularyKey ? entry : undefined;
    };
    return {
      entryOf,
      factsOf: (path, text, vocabularyKey) => valueOf(entryOf(path, stampOf(text), vocabularyKey)?.parts[0]),
      close: () => file.close(),
    };
  }

  #writer(folders: readonly string[]): FactsWriter {
    const { folder, key } = this.#place;
    const known = this.#known(folders);
    const file = new NewCacheFile(folder, nameFor(folders));
    const writer = new IndexWriter((data) => file.write(data));
    this.#written = file;
    return {
      add: (path, text, vocabularyKey, facts) => {
        const stamp = stampOf(text);
        const part = intactPart(known?.entryOf(path, stamp, vocabularyKey)?.parts[0]) ?? partOf(facts());
        writer.add({ path, stamp, vocabularyKey, outline: null, parts: [part] });
      },
      end: () => {
        writer.end(key);
        // Windows doesn't replace a file that is open.
        known?.close();
        file.replace();
      },
      discard: () => {
        known?.close();
        file.discard();
      },
    };
  }
}

interface Entries {
  entryOf(path: string, stamp: string, vocabularyKey: string): StoredEntry | undefined;
}

/** What isn't on a disk is not written to one. */
function areOnDisk(folders: readonly string[]): boolean {
  return folders.length > 0 && folders.every((folder) => folder.startsWith('file:'));
}

function nameFor(folders: readonly string[]): string {
  return indexFileName('texts', folders);
}

/** Different for different texts: UTF-8 is the same for all halves of a character. */
function stampOf(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('base64');
}
