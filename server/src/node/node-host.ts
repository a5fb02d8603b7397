import { fileURLToPath } from 'node:url';
import { filesIn, notReadBecause } from '../disk/files-in.js';
import { listFolder } from '../disk/list-folder.js';
import { leadsOut, readWhole } from '../disk/read-file.js';
import { decodeText } from '../shared/decode-text.js';
import { MAX_FILE_BYTES } from '../shared/limits.js';
import { LEADS_OUT, type WorkspaceHost } from '../workspace/index.js';

/** Reads `file:` URIs from the disk, for clients that don't provide files. */
export const nodeHost: WorkspaceHost = {
  async readText(uri, folder) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      if (folder !== undefined && (await leadsOut(path, fileURLToPath(folder)))) return LEADS_OUT;
      return decodeText(await readWhole(path, MAX_FILE_BYTES)).text;
    } catch (error) {
      return notReadBecause(error);
    }
  },

  async listFiles(folder, limit) {
    if (!folder.startsWith('file:')) return undefined;
    try {
      return await filesIn(fileURLToPath(folder), limit, { list: listFolder, leadsOut });
    } catch (error) {
      return notReadBecause(error);
    }
  },
};
