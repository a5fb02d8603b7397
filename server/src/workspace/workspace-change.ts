import type { FilePath } from '../core/index.js';

/** The files that provide facts for the index: pages, tables of contents and exported catalogues. */
export interface ChangedPages {
  readonly added: ReadonlySet<FilePath>;
  /** Their facts changed, or a file that isn't open has another text. */
  readonly changed: ReadonlySet<FilePath>;
  readonly removed: ReadonlySet<FilePath>;
}

/** A change in the workspace that can affect results. */
export type WorkspaceChange =
  /**
   * The index changed: results that depend on these pages may be outdated. Without any pages, other files changed, or the
   * index is now complete.
   */
  | { readonly kind: 'index'; readonly pages: ChangedPages }
  /** Configuration files or workspace folders changed: all results are outdated. */
  | { readonly kind: 'configuration' }
  /** A folder's configuration was read, so there may be other problems in configuration files. */
  | { readonly kind: 'configuration-read' }
  /** The files of open documents were deleted or restored. */
  | { readonly kind: 'documents' };

/** Collects what happens to pages until it is reported as one change. */
export class ChangedPagesCollector {
  #added = new Set<FilePath>();
  #changed = new Set<FilePath>();
  #removed = new Set<FilePath>();

  get isEmpty(): boolean {
    return this.#added.size + this.#changed.size + this.#removed.size === 0;
  }

  /** The facts of the page were replaced; `undefined` if there were or are none. */
  replaced(path: FilePath, before: object | undefined, after: object | undefined): void {
    if (before === undefined && after !== undefined) this.#add(path);
    else if (before !== undefined && after === undefined) this.#remove(path);
    else if (after !== undefined && !this.#added.has(path)) this.#changed.add(path);
  }

  /** Everything since the last call. */
  take(): ChangedPages {
    const taken = { added: this.#added, changed: this.#changed, removed: this.#removed };
    this.#added = new Set();
    this.#changed = new Set();
    this.#removed = new Set();
    return taken;
  }

  #add(path: FilePath): void {
    if (this.#removed.delete(path)) this.#changed.add(path);
    else this.#added.add(path);
  }

  #remove(path: FilePath): void {
    this.#changed.delete(path);
    if (!this.#added.delete(path)) this.#removed.add(path);
  }
}
