import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
};
