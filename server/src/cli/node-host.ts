import { open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliHost, FileContent, FolderEntry } from './cli-host.js';
import { writeBack } from './write-back.js';

/** The disk. */
export const nodeHost: CliHost = {
  async kindOf(path) {
    try {
      const stats = await stat(path);
      return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
      throw error;
    }
  },

  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        if (entry.isSymbolicLink()) return { name: entry.name, kind: await linkKind(join(folder, entry.name)) };
        return { name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
      }),
    );
  },

  async read(path, maxBytes): Promise<FileContent> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const buffer = Buffer.alloc(Math.min(size, maxBytes));
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return { bytes: buffer.subarray(0, length), size };
    } finally {
      await file.close();
    }
  },

  async write(path, bytes) {
    await writeFile(path, bytes);
  },

  replace: writeBack,
};

/** A linked file is read; a linked folder is not walked into, since it may lead back up. */
async function linkKind(path: string): Promise<FolderEntry['kind']> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
