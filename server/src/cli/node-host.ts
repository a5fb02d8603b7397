import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leadsOut, readStart } from '../disk/read-file.js';
import type { CliHost, FolderEntry } from './cli-host.js';
import { writeBack } from './write-back.js';

/** The disk. */
export const nodeHost: CliHost = {
  async kindOf(path) {
    try {
      const stats = await stat(path);
      return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
        return undefined;
      throw error;
    }
  },

  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        if (entry.isSymbolicLink())
          return { name: entry.name, kind: await linkKind(join(folder, entry.name)), isLink: true };
        return { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
      }),
    );
  },

  read: readStart,
  leadsOut,

  async write(path, bytes) {
    await writeFile(path, bytes);
  },

  replace: writeBack,
};

/** Linked files are read. Linked folders aren't traversed, because they can lead back to a parent folder. */
async function linkKind(path: string): Promise<FolderEntry['kind']> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
