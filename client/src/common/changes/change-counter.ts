import { Uri, type TextDocumentChangeEvent } from 'vscode';

/** Counts what the preview lets through. Only the first change of a page: what follows is done on save. */
export class ChangeCounter {
  changes = 0;
  private readonly waiting: Set<string>;
  private readonly all: number;

  /** `uris`: the pages that are to change. */
  constructor(uris: readonly string[]) {
    this.waiting = new Set(uris.map((uri) => Uri.parse(uri).toString()));
    this.all = this.waiting.size;
  }

  get files(): number {
    return this.all - this.waiting.size;
  }

  take({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.waiting.delete(document.uri.toString())) return;
    this.changes += contentChanges.length;
  }
}
