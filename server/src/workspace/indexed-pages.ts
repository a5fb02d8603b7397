import {
  LazyPage,
  PackedPage,
  PackedPages,
  summarize,
  type EffectiveConfig,
  type FilePath,
  type PageSummary,
  type Playbook,
  type Vocabulary,
  type WorkspaceIndex,
} from '../core/index.js';
import { uriOf } from './file-uris.js';
import { KeptFacts } from './kept-facts.js';
import type { PagesAhead } from './pages-ahead.js';
import type { ParsedPages } from './parsed-pages.js';
import type { StoredFiles } from './stored-files.js';
import type { TextFactsStore } from './text-facts-store.js';
import type { ChangedPagesCollector } from './workspace-change.js';

export interface IndexedPagesOptions {
  readonly index: WorkspaceIndex;
  readonly ahead: PagesAhead;
  readonly parsed: ParsedPages;
  readonly stored: StoredFiles;
  readonly changedPages: ChangedPagesCollector;
  /** Whether the page is open in an editor. */
  readonly isOpen: (path: FilePath) => boolean;
  /** The pages that are checked right afterwards, so they are kept as they were parsed. */
  readonly toCheck: ReadonlySet<string>;
  /** Whether the other pages are parsed when a rule asks for their facts. */
  readonly isLazy: boolean;
  /** What earlier sessions found out about texts. */
  readonly texts: TextFactsStore | undefined;
  /** Lets other work run. */
  readonly pause?: () => Promise<void>;
}

/**
 * The pages of the index, and the form in which it keeps each: the facts of open pages and of those that are about to be
 * checked as they are, those of all others packed, lazy, or as they were stored.
 */
export class IndexedPages {
  readonly #options: IndexedPagesOptions;
  /** The vocabulary that each page in the index was read with. */
  readonly #readWith = new Map<FilePath, Vocabulary>();
  readonly #packed = new PackedPages();
  readonly kept: KeptFacts;

  constructor(options: IndexedPagesOptions) {
    this.#options = options;
    this.kept = new KeptFacts({ ...options, vocabularyOf: (path) => this.#readWith.get(path) });
  }

  /**
   * The facts of a page that is open or about to be checked, and whether other pages can see that they changed. Pages
   * outside of the workspace aren't in the index.
   */
  take(path: FilePath, playbook: Playbook): { readonly summary: PageSummary; readonly isChange: boolean } {
    const { index, isOpen } = this.#options;
    const same = this.#sameAs(path, playbook);
    // The facts of an open page are those of its rows and blocks, so that only the changed ones are found again.
    if (same !== undefined && !(same instanceof PackedPage && isOpen(path))) return { summary: same, isChange: false };
    const summary = summarize(path, playbook);
    this.#readWith.set(path, playbook.vocabulary);
    return { summary, isChange: index.isInWorkspace(path) && this.#set(path, summary) };
  }

  /** Reads a file. With the same text and vocabulary, it provides the same facts. */
  read(path: FilePath, text: string, config: EffectiveConfig): void {
    const { vocabulary, vocabularyKey } = config;
    const { index, ahead, parsed, stored, changedPages, toCheck, isLazy } = this.#options;
    const same = this.#sameAs(path, { text, vocabulary });
    if (same !== undefined) {
      // It was open.
      if (!this.#isKeptAsIs(same)) index.setPage(path, same, this.#packed.pack(same));
      return;
    }
    const uri = uriOf(path);
    this.#readWith.set(path, vocabulary);
    if (isLazy && !toCheck.has(uri)) {
      const page = new LazyPage(path, { uri, text }, vocabulary);
      changedPages.replaced(path, index.pages.get(path), page);
      index.setPendingPage(path, page);
      return;
    }
    const known = ahead.take(path, vocabulary) ?? this.kept.pageWith(path, text, config);
    const summary = known ?? summarize(path, parsed.parse({ uri, text }, vocabulary));
    stored.keepPage(summary, vocabularyKey);
    const kept = toCheck.has(uri) ? summary : this.#packed.pack(summary);
    // Another text can have other problems, even if other pages can't see the difference.
    if (!this.#set(path, summary, kept)) changedPages.replaced(path, summary, summary);
  }

  /** Takes a page whose facts an earlier run stored. */
  takeStored(path: FilePath, page: PageSummary): void {
    this.#readWith.delete(path);
    this.#set(path, page);
  }

  delete(path: FilePath): void {
    this.#readWith.delete(path);
    if (this.#options.index.pages.has(path)) this.#set(path, undefined);
  }

  /** Frees the memory of facts that were needed some time ago. Not during a check, which may still need them. */
  freeMemory(): void {
    this.#options.index.packPages(this.#packed);
  }

  /** The page in the index, if it has the facts of this text. */
  #sameAs(path: FilePath, { text, vocabulary }: Pick<Playbook, 'text' | 'vocabulary'>): PageSummary | undefined {
    if (this.#readWith.get(path) !== vocabulary) return undefined;
    const page = this.#options.index.pages.get(path);
    return page?.text === text ? page : undefined;
  }

  #isKeptAsIs(page: PageSummary): boolean {
    return page instanceof PackedPage || page instanceof LazyPage || this.#options.toCheck.has(uriOf(page.path));
  }

  /** Returns whether other pages can see the difference. */
  #set(path: FilePath, page: PageSummary | undefined, kept = page): boolean {
    const { index, changedPages } = this.#options;
    const before = index.pages.get(path);
    const isVisible = index.setPage(path, page, kept);
    if (isVisible) changedPages.replaced(path, before, page);
    return isVisible;
  }
}
