import { fileURLToPath } from 'node:url';
import { filesIn, notReadBecause } from '../disk/files-in.js';
import { decodeText } from '../shared/decode-text.js';
import { LEADS_OUT, type WorkspaceHost } from '../workspace/index.js';
import { largerThan } from '../shared/unread-reasons.js';
import type { CliHost } from './cli-host.js';

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
        return notReadBecause(error);
      }
    },

    async listFiles(folder, limit) {
      try {
        return await filesIn(fileURLToPath(folder), limit, host);
      } catch (error) {
        return notReadBecause(error);
      }
    },
  };
}
