import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileChange, WorkspaceHost } from '../workspace/index.js';

/** The files whose content the workspace reads: pages, tables of contents, configuration, exported tasks. */
const IS_READ = /\.(?:md|markdown|ya?ml|jsonc?|csv|tsv)$/i;
const MAX_FILES = 200_000;
const AT_ONCE = 64;

/**
 * Notices what changed on the disk between two calls. Nothing watches the folders: agents edit a file and check it at
 * once, before a watcher would report it.
 */
export class ChangedFiles {
  readonly #folders: readonly string[];
  readonly #host: WorkspaceHost;
  /** By URI: changes whenever the content may have changed. */
  #stamps: ReadonlyMap<string, string> | undefined;

  /** `folders`: URIs. */
  constructor(folders: readonly string[], host: WorkspaceHost) {
    this.#folders = folders;
    this.#host = host;
  }

  /** Everything since the last call; nothing in the first call. */
  async sinceLastTime(): Promise<FileChange[]> {
    const before = this.#stamps;
    const now = await this.#stampsNow();
    this.#stamps = now;
    if (before === undefined) return [];
    const changes: FileChange[] = [];
    for (const [uri, stamp] of now) {
      const known = before.get(uri);
      if (known !== stamp) changes.push({ uri, kind: known === undefined ? 'created' : 'changed' });
    }
    for (const uri of before.keys()) if (!now.has(uri)) changes.push({ uri, kind: 'deleted' });
    return changes;
  }

  async #stampsNow(): Promise<ReadonlyMap<string, string>> {
    const listings = await Promise.all(this.#folders.map((folder) => this.#host.listFiles(folder, MAX_FILES)));
    const uris = listings.flatMap((listing) => (listing !== undefined && 'uris' in listing ? listing.uris : []));
    const stamps = new Map<string, string>();
    for (let start = 0; start < uris.length; start += AT_ONCE) {
      const some = uris.slice(start, start + AT_ONCE);
      const found = await Promise.all(some.map(stampOf));
      for (const [at, uri] of some.entries()) stamps.set(uri, found[at] ?? '');
    }
    return stamps;
  }
}

async function stampOf(uri: string): Promise<string> {
  if (!IS_READ.test(uri)) return '';
  try {
    const { size, mtimeMs, ino } = await stat(fileURLToPath(uri));
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    // Deleted in the meantime, or not readable: reading it says why.
    return 'unknown';
  }
}
