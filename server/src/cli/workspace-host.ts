import { fileURLToPath } from 'node:url';
import { filesIn, notReadBecause } from '../disk/files-in.js';
import { decodeText, type DecodedText } from '../shared/decode-text.js';
import { LEADS_OUT, type WorkspaceHost } from '../workspace/index.js';
import { largerThan } from '../shared/unread-reasons.js';
import type { CliHost } from './cli-host.js';

/** The text of a file, and its stamp if it has one. */
export interface ReadText extends DecodedText {
  readonly stamp: string | undefined;
}

/**
 * The files of the command line as the workspace asks for them. `maxBytes`: a longer file is not read. `texts` receives
 * each text by absolute path, so that no file is read again to check it.
 */
export function workspaceHost(host: CliHost, maxBytes: number, texts: Map<string, ReadText>): WorkspaceHost {
  return {
    async readText(uri, folder) {
      try {
        const path = fileURLToPath(uri);
        if (folder !== undefined && (await host.leadsOut(path, fileURLToPath(folder)))) return LEADS_OUT;
        const { bytes, size, stamp } = await host.read(path, maxBytes);
        if (size > maxBytes) return { unread: largerThan(maxBytes) };
        const decoded = decodeText(bytes);
        texts.set(path, { ...decoded, stamp });
        return decoded.text;
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
