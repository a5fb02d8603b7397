import { readdirSync, statSync, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderEntry } from '../shared/files-below.js';

/** The entries of a folder. Rejects with a Node error if it can't be read. */
export async function listFolder(folder: string): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return Promise.all(
    entries.map(async (entry) =>
      entry.isSymbolicLink() ? linkTo(await linkKind(join(folder, entry.name)), entry) : withoutLink(entry),
    ),
  );
}

/** The same as `listFolder`, but the process waits, which is faster if it has nothing else to do. */
export function listFolderSync(folder: string): FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isSymbolicLink() ? linkTo(linkKindSync(join(folder, entry.name)), entry) : withoutLink(entry),
  );
}

function linkTo(kind: FolderEntry['kind'], { name }: Dirent): FolderEntry {
  return { name, kind, isLink: true };
}

function withoutLink(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
}

/** A link to a file counts as a file. A link to a folder isn't followed, since it may lead back up. */
async function linkKind(path: string): Promise<FolderEntry['kind']> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

function linkKindSync(path: string): FolderEntry['kind'] {
  try {
    return statSync(path).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
