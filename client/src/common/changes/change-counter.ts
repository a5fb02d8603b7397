import { Uri, type TextDocument, type TextDocumentChangeEvent } from 'vscode';

/**
 * Counts the changes that the author accepts in the preview. Only the first change of each page counts, because later
 * changes are made on save.
 */
export class ChangeCounter {
  readonly #counted = new Map<string, number>();
  readonly #waiting: Set<string>;
  readonly #all: number;

  /** `uris`: the pages to be changed. */
  constructor(uris: readonly string[]) {
    this.#waiting = new Set(uris.map((uri) => Uri.parse(uri).toString()));
    this.#all = this.#waiting.size;
  }

  get files(): number {
    return this.#all - this.#waiting.size;
  }

  get changes(): number {
    return sum(this.#counted.values());
  }

  /** The number of changes in these pages. */
  changesOf(documents: readonly TextDocument[]): number {
    return sum(documents.map(({ uri }) => this.#counted.get(uri.toString()) ?? 0));
  }

  take({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#waiting.delete(document.uri.toString())) return;
    this.#counted.set(document.uri.toString(), contentChanges.length);
  }
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((left, right) => left + right, 0);
}
