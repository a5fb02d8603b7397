import { statSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { isMissing } from '../disk/file-errors.js';
import { stampOf } from '../disk/file-stamp.js';
import { listFolderSync } from '../disk/list-folder.js';
import { leadsOutSync, readStartSync } from '../disk/read-file-sync.js';
import type { FolderEntry } from '../shared/files-below.js';
import type { CliHost } from './cli-host.js';
import { writeBack } from './write-back.js';

/** The disk. Nothing else happens while a file is read, so reading waits. */
export const nodeHost: CliHost = {
  kindOf: (path) => settled(() => kindOf(path)),
  list: (folder) => settled(() => listFolderSync(folder)),
  read: (path, maxBytes) => settled(() => readStartSync(path, maxBytes)),
  readNow: (path, maxBytes) => readStartSync(path, maxBytes),
  stampOf,
  leadsOut: (path, folder) => settled(() => leadsOutSync(path, folder)),

  async write(path, bytes) {
    await writeFile(path, bytes);
  },

  async append(path, bytes) {
    await appendFile(path, bytes);
  },

  replace: writeBack,
};

function kindOf(path: string): FolderEntry['kind'] | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The result of work that is done right away. Rejects if it throws. */
function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(work()));
}
