import { Uri, type TextDocument, type TextDocumentChangeEvent } from 'vscode';

/** Counts what the preview lets through. Only the first change of a page: what follows is done on save. */
export class ChangeCounter {
  readonly #counted = new Map<string, number>();
  readonly #waiting: Set<string>;
  readonly #all: number;

  /** `uris`: the pages that are to change. */
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

  /** Of these pages. */
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
