import {
  isTocName,
  nameOf,
  outlineIn,
  parsePlaybook,
  StoredPage,
  StoredToc,
  summarize,
  targetsIn,
  type FilePath,
  type PageSummary,
  type TocSummary,
  type Vocabulary,
} from '../core/index.js';
import type { ConfigStore } from './config-store.js';
import type { FactsStore, StoredData } from './facts-store.js';
import { uriOf } from './file-uris.js';

/** What is known about a file without reading it. */
export type StoredFile =
  { readonly kind: 'page'; readonly page: PageSummary } | { readonly kind: 'toc'; readonly toc: TocSummary };

/** The files that earlier runs read, and that are still the same. */
export class StoredFiles {
  readonly #store: FactsStore | undefined;
  readonly #configs: ConfigStore;
  /** The URIs of the files that are read in any case. */
  readonly #toRead: ReadonlySet<string>;

  constructor(store: FactsStore | undefined, configs: ConfigStore, toRead: ReadonlySet<string>) {
    this.#store = store;
    this.#configs = configs;
    this.#toRead = toRead;
  }

  /** Those of the files that needn't be read. */
  async among(paths: readonly FilePath[]): Promise<ReadonlyMap<FilePath, StoredFile>> {
    const found = new Map<FilePath, StoredFile>();
    if (this.#store === undefined) return found;
    for (const path of paths) {
      const file = await this.#fileAt(path, this.#store);
      if (file !== undefined) found.set(path, file);
    }
    return found;
  }

  keepPage(page: PageSummary, vocabularyKey: string): void {
    this.#store?.keepPage(page, vocabularyKey);
  }

  keepToc(toc: TocSummary): void {
    this.#store?.keepToc(toc);
  }

  async #fileAt(path: FilePath, store: FactsStore): Promise<StoredFile | undefined> {
    const uri = uriOf(path);
    if (this.#toRead.has(uri)) return undefined;
    if (isTocName(nameOf(path))) return storedToc(path, store);
    const { config, path: relative } = await this.#configs.configFor(uri);
    // It provides no facts, but whether it can be read matters.
    if (config.isIgnored(relative)) return undefined;
    const { vocabulary, vocabularyKey } = config.configFor(relative);
    const data = store.dataOf(path, vocabularyKey);
    return data === undefined ? undefined : storedPage(path, data, vocabulary, store);
  }
}

function storedToc(path: FilePath, store: FactsStore): StoredFile | undefined {
  const targets = targetsIn(store.dataOf(path, '')?.outline);
  return targets && { kind: 'toc', toc: new StoredToc(path, targets, () => store.textOf(path)) };
}

function storedPage(
  path: FilePath,
  data: StoredData,
  vocabulary: Vocabulary,
  store: FactsStore,
): StoredFile | undefined {
  const outline = outlineIn(data.outline);
  if (outline === undefined) return undefined;
  const source = {
    part: (name: 'tasks' | 'details') => data.part(name),
    text: () => store.textOf(path),
    summarize: () => summarize(path, parsePlaybook({ uri: uriOf(path), text: store.textOf(path) }, vocabulary)),
  };
  return { kind: 'page', page: new StoredPage(path, outline, source) };
}
