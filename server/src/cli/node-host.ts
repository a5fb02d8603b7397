import { appendFile, writeFile } from 'node:fs/promises';
import { stampOf } from '../disk/file-stamp.js';
import { kindOfSync } from '../disk/kind-of-sync.js';
import { leadsOutSync } from '../disk/leads-out-sync.js';
import { listFolderSync } from '../disk/list-folder-sync.js';
import { readStartSync } from '../disk/read-file-sync.js';
import type { CliHost } from './cli-host.js';
import { writeBack } from './write-back.js';

/** The disk. Nothing else happens while a file is read, so reading waits. */
export const nodeHost: CliHost = {
  kindOf: (path) => settled(() => kindOfSync(path)),
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

/** The result of work that is done right away. Rejects if it throws. */
function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(work()));
}
