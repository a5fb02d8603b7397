import type { FileListing, WorkspaceHost } from '../../server/src/workspace/index.js';

/** Files as a disk has them: their bytes do not count as memory of the program, and each reading makes a new text. */
export class StoredFiles implements WorkspaceHost {
  readonly #files: Map<string, Buffer>;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#files = new Map([...texts].map(([uri, text]) => [uri, Buffer.from(text)]));
  }

  get uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  readText(uri: string): Promise<string | undefined> {
    return Promise.resolve(this.#files.get(uri)?.toString());
  }

  listFiles(): Promise<FileListing> {
    return Promise.resolve({ uris: this.uris, unlisted: [] });
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** The text of a file that is there. */
  textOf(uri: string): string {
    return this.#files.get(uri)?.toString() ?? '';
  }

  write(uri: string, text: string): void {
    this.#files.set(uri, Buffer.from(text));
  }
}
