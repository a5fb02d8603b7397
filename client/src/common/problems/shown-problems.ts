/**
 * Decides which problems are shown for each file. Problems that the client requested (files in a tab) take precedence.
 * Problems that the server sent on its own (files without a tab) are shown if nothing was requested. So a file never
 * has both.
 *
 * Files are identified by their URI. `show` receives the problems to show for a file from now on; an empty list means
 * none.
 */
export class ShownProblems<Problem> {
  readonly #show: (uri: string, problems: readonly Problem[]) => void;
  readonly #asked = new Map<string, readonly Problem[]>();
  readonly #sent = new Map<string, readonly Problem[]>();

  constructor(show: (uri: string, problems: readonly Problem[]) => void) {
    this.#show = show;
  }

  /** The server's answer about a file in a tab. Problems sent before are outdated. */
  setAsked(uri: string, problems: readonly Problem[]): void {
    this.#asked.set(uri, problems);
    this.#sent.delete(uri);
    this.#show(uri, problems);
  }

  /** Problems that the server sent about a file. */
  setSent(uri: string, problems: readonly Problem[]): void {
    if (problems.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, problems);
    if (!this.#asked.has(uri)) this.#show(uri, problems);
  }

  /** The file is no longer in a tab. `isKept`: its problems stay until the server sends new ones. */
  release(uri: string, isKept: boolean): void {
    const problems = this.#asked.get(uri);
    if (problems === undefined) return;
    this.#asked.delete(uri);
    if (isKept) this.setSent(uri, problems);
    else this.#show(uri, this.#sent.get(uri) ?? []);
  }

  /** The server stopped. Its problems stay until the next server replaces them. */
  releaseAll(): void {
    for (const uri of [...this.#asked.keys()]) this.release(uri, true);
  }

  /** The server has sent everything, about `uris` only. Problems of other files are from the previous server. */
  retain(uris: ReadonlySet<string>): void {
    for (const uri of [...this.#sent.keys()]) if (!uris.has(uri)) this.setSent(uri, []);
  }

  /** Clears all problems. */
  clear(): void {
    const uris = new Set([...this.#asked.keys(), ...this.#sent.keys()]);
    this.#asked.clear();
    this.#sent.clear();
    for (const uri of uris) this.#show(uri, []);
  }

  /** All problems shown. */
  all(): readonly Problem[] {
    return [...[...this.#sent].filter(([uri]) => !this.#asked.has(uri)), ...this.#asked].flatMap(
      ([, problems]) => problems,
    );
  }
}
