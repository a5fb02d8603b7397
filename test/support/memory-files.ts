import { moreFilesThan, otherReason } from '../../server/src/shared/unread-reasons.js';
import type { FileListing, Unread, WorkspaceHost } from '../../server/src/workspace/index.js';

/** Files in memory, by URI; says what was read. */
export class MemoryFiles implements WorkspaceHost {
  readonly files: Map<string, string>;
  reads: string[] = [];
  /** Listed, and then not there any more: deleted while they were read. */
  readonly vanished = new Set<string>();
  /** The files and folders that exist but can't be read, by URI, with the reason. */
  readonly unreadable = new Map<string, string>();

  constructor(files: Iterable<readonly [string, string]> = []) {
    this.files = new Map(files);
  }

  readText(uri: string): Promise<string | Unread | undefined> {
    this.reads.push(uri);
    const reason = this.unreadable.get(uri);
    if (reason !== undefined) return Promise.resolve({ unread: otherReason(reason), hasFailed: true });
    return Promise.resolve(this.vanished.has(uri) ? undefined : this.files.get(uri));
  }

  listFiles(folder: string, limit: number): Promise<FileListing | Unread | undefined> {
    const own = this.unreadable.get(folder);
    if (own !== undefined) return Promise.resolve({ unread: otherReason(own), hasFailed: true });
    const below = (uri: string): boolean => uri.startsWith(`${folder}/`);
    const unlisted = [...this.unreadable]
      .filter(([uri]) => below(uri) && !this.files.has(uri))
      .map(([uri, reason]) => ({ uri, reason: otherReason(reason) }));
    const uris = [...this.files.keys()].filter(
      (uri) => below(uri) && !unlisted.some((one) => uri.startsWith(`${one.uri}/`)),
    );
    return Promise.resolve(uris.length > limit ? { unread: moreFilesThan(limit) } : { uris, unlisted });
  }
}
