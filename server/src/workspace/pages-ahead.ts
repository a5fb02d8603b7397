import { isTocName, nameOf, summarize, type FilePath, type PageSummary, type Vocabulary } from '../core/index.js';
import { MAX_LENGTH } from '../shared/limits.js';
import type { BoundedFiles } from './bounded-files.js';
import type { ConfigStore } from './config-store.js';
import { uriOf } from './file-uris.js';
import type { ParsedPages } from './parsed-pages.js';

/** A page that was read, and the vocabulary that it was read with, see `EffectiveConfig`. */
export interface PageAhead {
  readonly page: PageSummary;
  readonly vocabularyKey: string;
}

interface KeptPage {
  readonly page: PageSummary;
  readonly vocabulary: Vocabulary;
}

/** Pages that are read before the workspace is, so that another thread needn't read them. */
export class PagesAhead {
  readonly #files: BoundedFiles;
  readonly #configs: ConfigStore;
  readonly #parsed: ParsedPages;
  readonly #pages = new Map<FilePath, KeptPage>();

  constructor(files: BoundedFiles, configs: ConfigStore, parsed: ParsedPages) {
    this.#files = files;
    this.#configs = configs;
    this.#parsed = parsed;
  }

  /** Reads a page. `undefined` if it can't be read, or provides no facts: whoever reads the workspace reports why. */
  async read(path: FilePath): Promise<PageAhead | undefined> {
    const uri = uriOf(path);
    const text = isTocName(nameOf(path)) ? undefined : await this.#files.peek(uri);
    if (typeof text !== 'string' || !providesFacts(text)) return undefined;
    const { config, path: relative } = await this.#configs.configFor(uri);
    if (config.isIgnored(relative)) return undefined;
    const { vocabulary, vocabularyKey } = config.configFor(relative);
    const page = summarize(path, this.#parsed.parse({ uri, text }, vocabulary));
    this.#pages.set(path, { page, vocabulary });
    return { page, vocabularyKey };
  }

  textOf(path: FilePath): string | undefined {
    return this.#pages.get(path)?.page.text;
  }

  /** The facts of the page, if it was read with these words. The page is removed. */
  take(path: FilePath, vocabulary: Vocabulary): PageSummary | undefined {
    const kept = this.#pages.get(path);
    this.#pages.delete(path);
    return kept?.vocabulary === vocabulary ? kept.page : undefined;
  }
}

/** Whether it is text that is short enough to be read as a page. */
export function providesFacts(text: string): boolean {
  return text.length <= MAX_LENGTH && !text.includes('\0');
}
