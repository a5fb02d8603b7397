import { Uri, type Diagnostic, type DiagnosticCollection } from 'vscode';

/** The operations of a {@link ProblemCollection}. */
export interface CollectionTarget {
  set(uri: Uri, problems: readonly Diagnostic[]): void;
  delete(uri: Uri): void;
}

/**
 * A diagnostic collection for the client library. It stores nothing: it passes everything to its target until it is
 * disposed.
 */
export class ProblemCollection implements DiagnosticCollection {
  #target: CollectionTarget | undefined;

  constructor(
    readonly name: string,
    target: CollectionTarget,
  ) {
    this.#target = target;
  }

  set(uri: Uri, diagnostics: readonly Diagnostic[] | undefined): void;
  set(entries: readonly [Uri, readonly Diagnostic[] | undefined][]): void;
  set(first: Uri | readonly [Uri, readonly Diagnostic[] | undefined][], diagnostics?: readonly Diagnostic[]): void {
    for (const [uri, problems] of first instanceof Uri ? [[first, diagnostics] as const] : first)
      this.#target?.set(uri, problems ?? []);
  }

  delete(uri: Uri): void {
    this.#target?.delete(uri);
  }

  dispose(): void {
    this.#target = undefined;
  }

  clear(): void {}

  forEach(): void {}

  get(): readonly Diagnostic[] | undefined {
    return undefined;
  }

  has(): boolean {
    return false;
  }

  *[Symbol.iterator](): Iterator<[Uri, readonly Diagnostic[]]> {}
}
