import { chmod, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CliHost, FileContent, FolderEntry } from './cli-host.js';

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

  /** A file beside it takes its place at once: a crash or a full disk leaves the old one whole. */
  async replace(path, bytes) {
    const target = await realpath(path);
    const { mode } = await stat(target);
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      await writeFile(temporary, bytes, { flag: 'wx' });
      await chmod(temporary, mode);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  },
};

/** A linked file is read; a linked folder is not walked into, since it may lead back up. */
async function linkKind(path: string): Promise<FolderEntry['kind']> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
