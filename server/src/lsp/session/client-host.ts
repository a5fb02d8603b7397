import type { Connection } from 'vscode-languageserver';
import {
  listFilesMethod,
  readFileMethod,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../protocol/index.js';
import { otherReason } from '../../shared/unread-reasons.js';
import type { Unread, WorkspaceHost } from '../../workspace/index.js';

/** The client provides the files, because only the client can read virtual file systems. */
export function clientHost(connection: Connection): WorkspaceHost {
  return {
    async readText(uri) {
      try {
        const { text, unread, hasFailed } = await connection.sendRequest<ReadFileResult>(readFileMethod, {
          uri,
        } satisfies ReadFileParams);
        return unread === undefined ? (text ?? undefined) : { unread, hasFailed: hasFailed === true };
      } catch (error) {
        return noAnswer(error);
      }
    },
    async listFiles(folder, limit) {
      try {
        const { uris, unlisted, unread, hasFailed } = await connection.sendRequest<ListFilesResult>(listFilesMethod, {
          folder,
          limit,
        } satisfies ListFilesParams);
        if (unread !== undefined) return { unread, hasFailed: hasFailed === true };
        return uris === null ? undefined : { uris, unlisted: unlisted ?? [] };
      } catch (error) {
        return noAnswer(error);
      }
    },
  };
}

/** The client may fail to answer for any reason, none of which says that the file doesn't exist. */
function noAnswer(error: unknown): Unread {
  return { unread: otherReason(error), hasFailed: true };
}

/** For a platform without files, and a client that doesn't provide any. */
export const NO_FILES: WorkspaceHost = {
  readText: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve(undefined),
};
