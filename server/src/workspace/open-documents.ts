import { isInside, type EffectiveConfig, type FilePath } from '../core/index.js';
import type { CheckResult } from './check-result.js';
import { filePathOf } from './file-uris.js';
import type { Snapshot } from './snapshot.js';
import { normalizedUri, type AnyUri, type Uri } from './uris.js';
import type { FileChange } from './workspace-indexer.js';

export interface OpenDocument {
  text: string;
  /**
   * `hidden`: the editor keeps it, but it isn't in a tab. `deleted`: its file was deleted. For other pages, the file on
   * the disk counts then, until the document is edited.
   */
  state: 'shown' | 'hidden' | 'deleted';
  snapshot: Snapshot | undefined;
  last: LastCheck | undefined;
}

/** The last check of a document, and what it depended on. */
export interface LastCheck {
  readonly check: CheckResult;
  readonly config: EffectiveConfig | undefined;
  readonly today: string;
}

/** The documents that an editor has open, by normalized address. */
export class OpenDocuments {
  readonly #byUri = new Map<Uri, OpenDocument>();
  readonly #shownPaths = new Set<FilePath>();

  open(uri: AnyUri, text: string): void {
    const key = normalizedUri(uri);
    this.#byUri.set(key, { text, state: 'shown', snapshot: undefined, last: undefined });
    this.#shownPaths.add(filePathOf(key));
  }

  change(uri: AnyUri, text: string): void {
    const document = this.get(uri);
    if (document === undefined) return;
    document.text = text;
    // An edit of the whole workspace also changes documents that aren't in a tab.
    if (document.state !== 'shown') this.#show(uri, document);
  }

  close(uri: AnyUri): void {
    const key = normalizedUri(uri);
    this.#byUri.delete(key);
    this.#shownPaths.delete(filePathOf(key));
  }

  /** Returns whether the document was in a tab. */
  hide(uri: AnyUri): boolean {
    const document = this.get(uri);
    if (document?.state !== 'shown') return false;
    document.state = 'hidden';
    this.#shownPaths.delete(filePathOf(normalizedUri(uri)));
    return true;
  }

  show(uri: AnyUri): void {
    const document = this.get(uri);
    if (document?.state === 'hidden') this.#show(uri, document);
  }

  get(uri: AnyUri): OpenDocument | undefined {
    return this.#byUri.get(normalizedUri(uri));
  }

  [Symbol.iterator](): IterableIterator<[uri: Uri, document: OpenDocument]> {
    return this.#byUri.entries();
  }

  /** Whether the text of the page is that of an open document, not of the file. */
  isShown(path: FilePath): boolean {
    return this.#shownPaths.has(path);
  }

  /** An editor can keep a document whose file was deleted, and the file can come back. Returns whether any did. */
  followFiles(changes: readonly FileChange[]): boolean {
    let hasChanged = false;
    const latest = [...changes].reverse();
    for (const [uri, document] of this.#byUri) {
      const path = filePathOf(uri);
      const kind = latest.find((change) => isAbout(change, path))?.kind;
      if (kind === undefined || (kind === 'deleted') === (document.state === 'deleted')) continue;
      hasChanged = true;
      if (kind === 'deleted') {
        document.state = 'deleted';
        this.#shownPaths.delete(path);
      } else this.#show(uri, document);
    }
    return hasChanged;
  }

  #show(uri: AnyUri, document: OpenDocument): void {
    document.state = 'shown';
    document.last = undefined;
    this.#shownPaths.add(filePathOf(normalizedUri(uri)));
  }
}

/** A folder is deleted as one. */
function isAbout({ uri, kind }: FileChange, path: FilePath): boolean {
  const changed = filePathOf(uri);
  return changed === path || (kind === 'deleted' && isInside(changed, path));
}
