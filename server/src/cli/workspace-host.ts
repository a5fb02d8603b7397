import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText } from '../shared/decode-text.js';
import { LEADS_OUT, type Unread, type WorkspaceHost } from '../workspace/index.js';
import { filesBelow } from '../shared/files-below.js';
import { largerThan } from '../shared/limits.js';
import type { CliHost } from './cli-host.js';
import { isMissing, reasonOf } from './find-files.js';

/** The files of the command line as the workspace asks for them. `maxBytes`: a longer file is not read. */
export function workspaceHost(host: CliHost, maxBytes: number): WorkspaceHost {
  return {
    async readText(uri, folder) {
      try {
        const path = fileURLToPath(uri);
        if (folder !== undefined && (await host.leadsOut(path, fileURLToPath(folder)))) return LEADS_OUT;
        const { bytes, size } = await host.read(path, maxBytes);
        return size > maxBytes ? { unread: largerThan(maxBytes) } : decodeText(bytes).text;
      } catch (error) {
        return unreadFor(error);
      }
    },

    async listFiles(folder, limit) {
      const uris: string[] = [];
      const root = fileURLToPath(folder);
      const disk = {
        // The command line reports the folders that can't be read, if they were to be checked.
        list: (path: string) => host.list(path).catch(() => []),
        join: resolve,
      };
      for await (const { path, isLink } of filesBelow(root, disk)) {
        if (isLink && (await host.leadsOut(path, root))) continue;
        uris.push(pathToFileURL(path).href);
        if (uris.length > limit) return undefined;
      }
      return uris;
    },
  };
}

function unreadFor(error: unknown): Unread | undefined {
  return isMissing(error) ? undefined : { unread: reasonOf(error) };
}
