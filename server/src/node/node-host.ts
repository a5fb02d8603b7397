import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFolder } from '../disk/list-folder.js';
import { leadsOut, ReadRefusal, readWhole } from '../disk/read-file.js';
import { decodeText } from '../shared/decode-text.js';
import { filesBelow } from '../shared/files-below.js';
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
      return error instanceof ReadRefusal ? { unread: error.message } : undefined;
    }
  },

  async listFiles(folder, limit) {
    if (!folder.startsWith('file:')) return undefined;
    try {
      return await urisBelow(fileURLToPath(folder), limit);
    } catch {
      return undefined;
    }
  },
};

/** `undefined` if there are more than `limit`. Rejects if the folder can't be read; a folder in it that can't be read counts as empty. */
async function urisBelow(root: string, limit: number): Promise<string[] | undefined> {
  const uris: string[] = [];
  const disk = {
    list: (folder: string) => (folder === root ? listFolder(folder) : listFolder(folder).catch(() => [])),
    join,
  };
  for await (const { path, isLink } of filesBelow(root, disk)) {
    if (isLink && (await leadsOut(path, root))) continue;
    uris.push(pathToFileURL(path).href);
    if (uris.length > limit) return undefined;
  }
  return uris;
}
