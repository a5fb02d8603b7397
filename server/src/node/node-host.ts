import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText, type WorkspaceHost } from '../workspace/index.js';

/** Reads `file:` URIs from the disk, for clients that do not read files for us. */
export const nodeHost: WorkspaceHost = {
  async readText(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return decodeText(await readFile(fileURLToPath(uri))).text;
    } catch {
      return undefined;
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

/** A linked file counts; a linked folder may lead back up, or out of the workspace. A folder that can not be read has no files. */
async function filesBelow(root: string, limit: number): Promise<string[] | undefined> {
  const uris: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder, folder === root)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) folders.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) uris.push(pathToFileURL(path).href);
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
