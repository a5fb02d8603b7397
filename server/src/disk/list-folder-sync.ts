import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { FolderEntry } from '../shared/files-below.js';

/** The same as `listFolder`, but the process waits, which is faster if it has nothing else to do. */
export function listFolderSync(folder: string): FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isSymbolicLink() ? linkTo(linkKindSync(join(folder, entry.name)), entry) : withoutLink(entry),
  );
}

export function linkTo(kind: FolderEntry['kind'], { name }: Dirent): FolderEntry {
  return { name, kind, isLink: true };
}

export function withoutLink(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
}

function linkKindSync(path: string): FolderEntry['kind'] {
  try {
    return statSync(path).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
