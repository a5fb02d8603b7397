import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText, LEADS_OUT, type Unread, type WorkspaceHost } from '../workspace/index.js';
import type { CliHost } from './cli-host.js';
import { isMissing, reasonOf } from './find-files.js';

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The command line's files for the workspace. `maxBytes`: longer files aren't read. */
export function workspaceHost(host: CliHost, maxBytes: number): WorkspaceHost {
  return {
    async readText(uri, folder) {
      try {
        const path = fileURLToPath(uri);
        if (folder !== undefined && (await host.leadsOut(path, fileURLToPath(folder)))) return LEADS_OUT;
        const { bytes, size } = await host.read(path, maxBytes);
        return size > maxBytes
          ? { unread: `it is larger than ${Math.round(maxBytes / 1_000_000)} MB` }
          : decodeText(bytes).text;
      } catch (error) {
        return unreadFor(error);
      }
    },

    async listFiles(folder, limit) {
      const uris: string[] = [];
      const root = fileURLToPath(folder);
      const folders = [root];
      for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
        // If a folder can't be read, this has been reported if it was specified.
        for (const { name, kind, isLink } of await host.list(path).catch(() => [])) {
          if (kind === 'folder' && !SKIPPED.has(name)) folders.push(resolve(path, name));
          if (kind !== 'file' || (isLink === true && (await host.leadsOut(resolve(path, name), root)))) continue;
          uris.push(pathToFileURL(resolve(path, name)).href);
          if (uris.length > limit) return undefined;
        }
      }
      return uris;
    },
  };
}

function unreadFor(error: unknown): Unread | undefined {
  return isMissing(error) ? undefined : { unread: reasonOf(error) };
}
