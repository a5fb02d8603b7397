import { folderOf, nameOf, readDocset, type Docset, type FilePath, type WorkspaceIndex } from '../core/index.js';
import { uriOf } from './file-uris.js';
import { hasFailed, type FileReader, type Unread } from './host.js';

const DOCFX = 'docfx.json';

/** The `docfx.json` files of the workspace. */
export class Docsets {
  readonly #index: WorkspaceIndex;
  readonly #host: FileReader;
  #known: ReadonlyMap<FilePath, Docset> = new Map();
  /** What was last read, as JSON. */
  #state = '';

  constructor(index: WorkspaceIndex, host: FileReader) {
    this.#index = index;
    this.#host = host;
  }

  /** Whether one of these files is a `docfx.json`. */
  dependsOn(paths: readonly FilePath[]): boolean {
    return paths.some((path) => nameOf(path) === DOCFX);
  }

  /** Reads all of them into the index. */
  async read(): Promise<void> {
    const paths = [...this.#index.files.named(DOCFX)].sort();
    const files = await Promise.all(
      paths.map(async (path) => ({ path, text: await this.#host.readText(uriOf(path)) })),
    );
    for (const { path, text } of files) this.#index.setUnread(path, hasFailed(text));
    const state = JSON.stringify(files);
    if (state === this.#state) return;
    this.#state = state;
    const known = new Map<FilePath, Docset>();
    for (const { path, text } of files) {
      const docset = this.#docsetIn(path, text);
      if (docset !== undefined) known.set(path, docset);
    }
    this.#known = known;
    this.#index.setDocsets([...known.values()]);
  }

  /** If the file can't be read, what it last said still applies. Its folder is a root of links in any case. */
  #docsetIn(path: FilePath, text: string | Unread | undefined): Docset | undefined {
    const root = folderOf(path) ?? path;
    if (typeof text === 'string') return readDocset(root, text);
    return hasFailed(text) ? (this.#known.get(path) ?? readDocset(root, '')) : undefined;
  }
}
