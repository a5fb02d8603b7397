import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { leadsOut, ReadRefusal, readWhole } from '../disk/read-file.js';
import { decodeText, LEADS_OUT, MAX_FILE_BYTES, type WorkspaceHost } from '../workspace/index.js';

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
      return await filesBelow(fileURLToPath(folder), limit);
    } catch {
      return undefined;
    }
  },
};

const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Linked files count unless they lead out of the workspace. Linked folders don't count, because they can lead to a
 * parent folder or out of the workspace. A folder that can't be read has no files.
 */
async function filesBelow(root: string, limit: number): Promise<string[] | undefined> {
  const uris: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder, folder === root)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) folders.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)) && !(await leadsOut(path, root))))
        uris.push(pathToFileURL(path).href);
      if (uris.length > limit) return undefined;
    }
  }
  return uris;
}

async function entriesOf(folder: string, isRoot: boolean) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isRoot) throw error;
    return [];
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
