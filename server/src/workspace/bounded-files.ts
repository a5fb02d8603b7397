import type { FileReader, Unread, WorkspaceHost } from './host.js';
import { relativePath, type AnyUri, type Uri } from './uris.js';

/** The files of `host`. None of them can lead out of its innermost folder. */
export class BoundedFiles implements FileReader {
  readonly #host: WorkspaceHost;
  #folders: readonly Uri[] = [];

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  /** The folders of the workspace, as URIs. */
  setFolders(uris: readonly Uri[]): void {
    this.#folders = [...uris].sort((a, b) => b.length - a.length);
  }

  readText(uri: AnyUri): Promise<string | Unread | undefined> {
    return this.#host.readText(
      uri,
      this.#folders.find((folder) => relativePath(folder, uri) !== undefined),
    );
  }

  listFiles(folder: AnyUri, limit: number): Promise<readonly string[] | undefined> {
    return this.#host.listFiles(folder, limit);
  }
}
