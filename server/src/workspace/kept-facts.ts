import {
  factsToStore,
  PackedPage,
  pageWithFacts,
  StoredToc,
  targetsIn,
  type EffectiveConfig,
  type FilePath,
  type PageSummary,
  type TocSummary,
  type Vocabulary,
  type WorkspaceIndex,
} from '../core/index.js';
import type { FactsWriter, KnownFacts, TextFactsStore } from './text-facts-store.js';

export interface KeptFactsOptions {
  readonly index: WorkspaceIndex;
  readonly texts: TextFactsStore | undefined;
  /** The vocabulary that a page in the index was read with. */
  readonly vocabularyOf: (path: FilePath) => Vocabulary | undefined;
  readonly pause?: () => Promise<void>;
}

/** If fewer files were parsed, or so few of a hundred, parsing them again takes less time than writing all facts. */
const FEWEST = 20;
const WORTH_WRITING = 1;
/**
 * The number of characters of pages after which other work can run. Writing their facts takes a millisecond or two: a
 * letter in the editor is several pieces of work, each of which may have to wait so long.
 */
const STRETCH = 40_000;

/** Tables of contents have no words of the dialect. */
const NO_WORDS = '';

/** The facts that earlier sessions kept about the files of the workspace, and those that this one keeps. */
export class KeptFacts {
  readonly #options: KeptFactsOptions;
  /** Only while the workspace is read. */
  #known: KnownFacts | undefined;
  #folders: readonly string[] = [];
  /** The files that were parsed since the facts were written. */
  #parsed = new Set<FilePath>();
  readonly #keys = new WeakMap<Vocabulary, string>();
  #isReading = false;
  #isWriting = false;

  constructor(options: KeptFactsOptions) {
    this.#options = options;
  }

  /** The files in these folders will be read. */
  async open(folders: readonly string[]): Promise<void> {
    this.#close();
    this.#isReading = true;
    this.#folders = folders;
    this.#known = await this.#options.texts?.open(folders);
  }

  /** The facts that are known about a page with this text. */
  pageWith(path: FilePath, text: string, { vocabulary, vocabularyKey }: EffectiveConfig): PageSummary | undefined {
    if (this.#options.texts === undefined) return undefined;
    this.#keys.set(vocabulary, vocabularyKey);
    const page = this.#known && pageWithFacts(path, text, this.#known.factsOf(path, text, vocabularyKey));
    if (page === undefined) this.#parsed.add(path);
    return page;
  }

  /** The table of contents with this text, if its targets are known. */
  tocWith(path: FilePath, text: string): TocSummary | undefined {
    if (this.#options.texts === undefined) return undefined;
    const targets = targetsIn(this.#known?.factsOf(path, text, NO_WORDS));
    if (targets === undefined) this.#parsed.add(path);
    return targets && new StoredToc(path, targets, () => text);
  }

  /** All files were read: writes the facts about them if enough of them are new, while other work runs. */
  keep(): void {
    this.#close();
    this.#isReading = false;
    this.#writeIfWorthwhile();
  }

  #writeIfWorthwhile(): void {
    const { size } = this.#parsed;
    const isWorthWriting = size >= FEWEST && size * 100 >= this.#options.index.pages.size * WORTH_WRITING;
    if (this.#isReading || this.#isWriting || !isWorthWriting) return;
    this.#isWriting = true;
    this.#parsed = new Set();
    void this.#write()
      // The next session parses the pages again.
      .catch(() => undefined)
      .finally(() => {
        this.#isWriting = false;
        this.#writeIfWorthwhile();
      });
  }

  #close(): void {
    this.#known?.close();
    this.#known = undefined;
  }

  async #write(): Promise<void> {
    const { index, texts, pause } = this.#options;
    const folders = this.#folders;
    const writer = await texts?.replace(folders);
    if (writer === undefined) return;
    try {
      let length = 0;
      for (const path of [...index.pages.keys()]) {
        length += this.#add(path, writer);
        if (length < STRETCH) continue;
        length = 0;
        await pause?.();
        if (this.#folders !== folders) return;
      }
      for (const { path, text, targets } of index.tocs.values()) writer.add(path, text, NO_WORDS, () => targets);
      writer.end();
    } finally {
      writer.discard();
    }
  }

  /** Returns the length of the page. */
  #add(path: FilePath, writer: FactsWriter): number {
    const { index, vocabularyOf } = this.#options;
    const indexed = index.pages.get(path);
    const vocabulary = vocabularyOf(path);
    const vocabularyKey = vocabulary && this.#keys.get(vocabulary);
    if (indexed === undefined || vocabularyKey === undefined) return 0;
    const page = indexed instanceof PackedPage ? indexed.copy() : indexed;
    const { text } = page;
    writer.add(path, text, vocabularyKey, () => factsToStore(page));
    return text.length;
  }
}
