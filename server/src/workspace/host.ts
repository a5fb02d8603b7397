import type { Message } from '../messages/index.js';
import { unreadReasons } from '../shared/unread-reasons.js';
import type { AnyUri } from './uris.js';

/** An existing file or folder that wasn't read. */
export interface Unread {
  /** The reason: `it is larger than 15 MB`. */
  readonly unread: Message;
  /** Reading failed, and may work later. Otherwise, such files are never read. */
  readonly hasFailed?: boolean;
}

/** Whether reading failed, so the content is unknown for now. */
export function hasFailed(result: string | FileListing | Unread | undefined): boolean {
  return typeof result === 'object' && 'unread' in result && result.hasFailed === true;
}

/** The files in a folder at any depth. */
export interface FileListing {
  readonly uris: readonly string[];
  /** The subfolders that couldn't be listed, so their files are unknown. */
  readonly unlisted: readonly UnlistedFolder[];
}

export interface UnlistedFolder {
  readonly uri: string;
  /** `permission denied`. */
  readonly reason: Message;
}

export const LEADS_OUT: Unread = { unread: unreadReasons.leadsOut };

export interface FileReader {
  /** The text of a file as stored; `undefined` if it doesn't exist. */
  readText(uri: AnyUri): Promise<string | Unread | undefined>;
}

/** The interface to files. Each front end implements it; only the workspace calls it. */
export interface WorkspaceHost {
  /**
   * The text of a file as stored; `undefined` if it doesn't exist. A file that isn't a regular file, is too large, or
   * leads out of `folder` through a link isn't read. `folder`: a URI; `undefined`: the file can be anywhere. Never
   * rejects.
   */
  readText(uri: AnyUri, folder: AnyUri | undefined): Promise<string | Unread | undefined>;
  /**
   * All files in a folder at any depth, except those in `.git` and `node_modules`. Links to folders aren't followed;
   * links to files are followed only inside the folder. A folder with more than `limit` files isn't listed. `undefined`
   * if the folder doesn't exist. Never rejects.
   */
  listFiles(folder: AnyUri, limit: number): Promise<FileListing | Unread | undefined>;
}
