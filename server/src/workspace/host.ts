import type { AnyUri } from './uris.js';

/** An existing file that isn't read. */
export interface Unread {
  /** The reason, as a message: `it is larger than 15 MB`. */
  readonly unread: string;
}

export const LEADS_OUT: Unread = { unread: 'it is a link to a file outside the workspace' };

export interface FileReader {
  /** The text of a file as stored; `undefined` if it doesn't exist. Never rejects. */
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
   * The URIs of all files in a folder at any depth, except those in `.git` and `node_modules`. Links to folders aren't
   * followed; links to files are followed only inside the folder. `undefined` if the folder can't be listed or has more
   * than `limit` files. Never rejects.
   */
  listFiles(folder: AnyUri, limit: number): Promise<readonly string[] | undefined>;
}
