import type { Connection } from 'vscode-languageserver';
import {
  listFilesMethod,
  readFileMethod,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../protocol/index.js';
import type { WorkspaceHost } from '../../workspace/index.js';

/** The client provides the files, because only the client can read virtual file systems. */
export function clientHost(connection: Connection): WorkspaceHost {
  return {
    async readText(uri) {
      try {
        const { text, unread } = await connection.sendRequest<ReadFileResult>(readFileMethod, {
          uri,
        } satisfies ReadFileParams);
        return unread === undefined ? (text ?? undefined) : { unread };
      } catch {
        return undefined;
      }
    },
    async listFiles(folder, limit) {
      try {
        const { uris } = await connection.sendRequest<ListFilesResult>(listFilesMethod, {
          folder,
          limit,
        } satisfies ListFilesParams);
        return uris ?? undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** For a platform without files, and a client that doesn't provide any. */
export const NO_FILES: WorkspaceHost = {
  readText: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve(undefined),
};
