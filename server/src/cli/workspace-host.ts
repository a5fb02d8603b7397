import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText, type WorkspaceHost } from '../workspace/index.js';
import type { CliHost } from './cli-host.js';

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The files of the command line as the workspace asks for them. `maxBytes`: of a longer file only the beginning is read. */
export function workspaceHost(host: CliHost, maxBytes: number): WorkspaceHost {
  return {
    async readText(uri) {
      try {
        return decodeText((await host.read(fileURLToPath(uri), maxBytes)).bytes).text;
      } catch {
        return undefined;
      }
    },

    async listFiles(folder, limit) {
      const uris: string[] = [];
      const folders = [fileURLToPath(folder)];
      for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
        // A folder that can not be read has been told of, if it was asked for.
        for (const { name, kind } of await host.list(path).catch(() => [])) {
          if (kind === 'folder' && !SKIPPED.has(name)) folders.push(resolve(path, name));
          if (kind === 'file') uris.push(pathToFileURL(resolve(path, name)).href);
          if (uris.length > limit) return undefined;
        }
      }
      return uris;
    },
  };
}
