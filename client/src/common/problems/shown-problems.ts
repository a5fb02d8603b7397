/**
 * Which problems are shown for each file. Those that the client asked the server about (files in a tab) come first;
 * those that the server sent by itself (files in no tab) are shown where nothing was asked. So one file never has both.
 *
 * Files go by their URI as text. `show` gets what is to be shown for a file from now on; an empty list is nothing.
 */
export class ShownProblems<Problem> {
  readonly #show: (uri: string, problems: readonly Problem[]) => void;
  readonly #asked = new Map<string, readonly Problem[]>();
  readonly #sent = new Map<string, readonly Problem[]>();

  constructor(show: (uri: string, problems: readonly Problem[]) => void) {
    this.#show = show;
  }

  /** The answer of the server about a file in a tab. What was sent before is outdated. */
  setAsked(uri: string, problems: readonly Problem[]): void {
    this.#asked.set(uri, problems);
    this.#sent.delete(uri);
    this.#show(uri, problems);
  }

  /** What the server sent about a file. */
  setSent(uri: string, problems: readonly Problem[]): void {
    if (problems.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, problems);
    if (!this.#asked.has(uri)) this.#show(uri, problems);
  }

  /** No tab shows the file any more. `isKept`: its problems stay until the server sends what it has for the file. */
  release(uri: string, isKept: boolean): void {
    const problems = this.#asked.get(uri);
    if (problems === undefined) return;
    this.#asked.delete(uri);
    if (isKept) this.setSent(uri, problems);
    else this.#show(uri, this.#sent.get(uri) ?? []);
  }

  /** The server is gone. What it said stays until the next one has said something else. */
  releaseAll(): void {
    for (const uri of [...this.#asked.keys()]) this.release(uri, true);
  }

  /** The server has sent all it has, about `uris` only: what is left of others is from the server before it. */
  retain(uris: ReadonlySet<string>): void {
    for (const uri of [...this.#sent.keys()]) if (!uris.has(uri)) this.setSent(uri, []);
  }

  /** Nothing is shown any more. */
  clear(): void {
    const uris = new Set([...this.#asked.keys(), ...this.#sent.keys()]);
    this.#asked.clear();
    this.#sent.clear();
    for (const uri of uris) this.#show(uri, []);
  }

  /** All that is shown. */
  all(): readonly Problem[] {
    return [...[...this.#sent].filter(([uri]) => !this.#asked.has(uri)), ...this.#asked].flatMap(
      ([, problems]) => problems,
    );
  }
}
