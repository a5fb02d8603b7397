import { compareMessages, type Message } from '../messages/index.js';
import type { Emitter } from './emitter.js';
import type { FileListing, FileReader, Unread, WorkspaceHost } from './host.js';
import { relativePath, type AnyUri, type Uri } from './uris.js';
import type { WorkspaceFailure } from './workspace-failure.js';

/** The files of `host`. None of them can lead out of its innermost folder. Reports what can't be read, and why. */
export class BoundedFiles implements FileReader {
  readonly #host: WorkspaceHost;
  readonly #failures: Emitter<WorkspaceFailure>;
  #folders: readonly Uri[] = [];
  /** The last reported reasons, by URI. */
  readonly #reasons = new Map<string, Message>();

  constructor(host: WorkspaceHost, failures: Emitter<WorkspaceFailure>) {
    this.#host = host;
    this.#failures = failures;
  }

  /** The folders of the workspace, as URIs. */
  setFolders(uris: readonly Uri[]): void {
    this.#folders = [...uris].sort((a, b) => b.length - a.length);
  }

  async readText(uri: AnyUri): Promise<string | Unread | undefined> {
    const text = await this.peek(uri);
    this.#report(uri, text);
    return text;
  }

  /** The same, but doesn't report what can't be read. */
  peek(uri: AnyUri): Promise<string | Unread | undefined> {
    const folder = this.#folders.find((one) => relativePath(one, uri) !== undefined);
    return this.#host.readText(uri, folder);
  }

  async listFiles(folder: AnyUri, limit: number): Promise<FileListing | Unread | undefined> {
    const listing = await this.#host.listFiles(folder, limit);
    this.#report(folder, listing);
    if (listing !== undefined && 'uris' in listing)
      for (const { uri, reason } of listing.unlisted) this.#report(uri, { unread: reason, hasFailed: true });
    return listing;
  }

  #report(uri: AnyUri, result: string | FileListing | Unread | undefined): void {
    if (typeof result !== 'object' || !('unread' in result)) {
      this.#reasons.delete(uri);
      return;
    }
    const { unread: reason, hasFailed = false } = result;
    const last = this.#reasons.get(uri);
    if (last !== undefined && compareMessages(last, reason) === 0) return;
    this.#reasons.set(uri, reason);
    this.#failures.fire({ kind: 'unread', uri, reason, hasFailed });
  }
}
