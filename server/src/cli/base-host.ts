import { sep } from 'node:path';
import type { FolderEntry } from '../shared/files-below.js';
import type { CliHost } from './cli-host.js';

/** The contents that files had in a commit, by absolute path, and the files that it doesn't have. */
export interface FilesBefore {
  readonly before: ReadonlyMap<string, Uint8Array>;
  readonly added: ReadonlySet<string>;
}

/** The disk as it was in a commit: changed files have their contents in the commit, and all others are on the disk. */
export function baseHost({ before, added }: FilesBefore, disk: CliHost): CliHost {
  const folders = entriesByFolder([...before.keys()]);
  const isGone = (path: string): boolean => added.has(path) && !before.has(path);
  return {
    ...disk,
    kindOf(path) {
      if (before.has(path)) return Promise.resolve('file');
      if (isGone(path)) return Promise.resolve(undefined);
      return folders.has(path) ? Promise.resolve('folder') : disk.kindOf(path);
    },
    async list(folder) {
      const own = folders.get(folder);
      const entries = own === undefined ? await disk.list(folder) : await disk.list(folder).catch(() => []);
      const others = entries.filter(({ name }) => own?.has(name) !== true && !isGone(join(folder, name)));
      return [...others, ...(own?.values() ?? [])];
    },
    read(path, maxBytes) {
      const bytes = before.get(path);
      if (bytes !== undefined) return Promise.resolve({ bytes: bytes.subarray(0, maxBytes), size: bytes.length });
      return isGone(path) ? Promise.reject(missing()) : disk.read(path, maxBytes);
    },
    // Files of the commit have no stamp, so they are always read.
    stampOf: (path) => (before.has(path) || isGone(path) ? undefined : disk.stampOf?.(path)),
    leadsOut: (path, folder) => (before.has(path) ? Promise.resolve(false) : disk.leadsOut(path, folder)),
  };
}

/** The entries of each folder that the files are in, at any depth. */
function entriesByFolder(paths: readonly string[]): Map<string, Map<string, FolderEntry>> {
  const folders = new Map<string, Map<string, FolderEntry>>();
  for (const path of paths) {
    let kind: FolderEntry['kind'] = 'file';
    for (let child = path; ; kind = 'folder') {
      const end = child.lastIndexOf(sep);
      const folder = child.slice(0, end) || sep;
      if (end === -1 || folder === child) break;
      const entries = folders.get(folder) ?? new Map<string, FolderEntry>();
      folders.set(folder, entries);
      const name = child.slice(end + 1);
      if (entries.has(name)) break;
      entries.set(name, { name, kind });
      child = folder;
    }
  }
  return folders;
}

function join(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

function missing(): NodeJS.ErrnoException {
  return Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
}
