import type { WorkspaceHost } from '../../server/src/workspace/index.js';

/** Files in memory, by URI; says what was read. */
export class MemoryFiles implements WorkspaceHost {
  readonly files: Map<string, string>;
  reads: string[] = [];
  /** Listed, and then not there any more: deleted while they were read. */
  readonly vanished = new Set<string>();

  constructor(files: Iterable<readonly [string, string]> = []) {
    this.files = new Map(files);
  }

  readText(uri: string): Promise<string | undefined> {
    this.reads.push(uri);
    return Promise.resolve(this.vanished.has(uri) ? undefined : this.files.get(uri));
  }

  listFiles(folder: string, limit: number): Promise<readonly string[] | undefined> {
    const uris = [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
    return Promise.resolve(uris.length > limit ? undefined : uris);
  }
}
