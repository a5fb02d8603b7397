import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderEntry } from '../shared/files-below.js';
import { linkTo, withoutLink } from './list-folder-sync.js';

/** The entries of a folder. Rejects with a Node error if it can't be read. */
export async function listFolder(folder: string): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return Promise.all(
    entries.map(async (entry) =>
      entry.isSymbolicLink() ? linkTo(await linkKind(join(folder, entry.name)), entry) : withoutLink(entry),
    ),
  );
}

/** A link to a file counts as a file. A link to a folder isn't followed, since it may lead back up. */
async function linkKind(path: string): Promise<FolderEntry['kind']> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
