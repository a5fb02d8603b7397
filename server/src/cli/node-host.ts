import { appendFile, stat, writeFile } from 'node:fs/promises';
import { listFolder } from '../disk/list-folder.js';
import { leadsOut, readStart } from '../disk/read-file.js';
import type { CliHost } from './cli-host.js';
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

  list: listFolder,
  read: readStart,
  leadsOut,

  async write(path, bytes) {
    await writeFile(path, bytes);
  },

  async append(path, bytes) {
    await appendFile(path, bytes);
  },

  replace: writeBack,
};
