/** A file that is there and is not read. */
export interface Unread {
  /** Why, for people: `it is larger than 15 MB`. */
  readonly unread: string;
}

export const LEADS_OUT: Unread = { unread: 'it is a link to a file outside the workspace' };

export interface FileReader {
  /** The text of a file as it is stored; `undefined` when it is not there. Never rejects. */
  readText(uri: string): Promise<string | Unread | undefined>;
}

/** The port through which files come in. Each face implements it; only the workspace calls it. */
export interface WorkspaceHost {
  /**
   * The text of a file as it is stored; `undefined` when it is not there. A file that is no regular one, is too large, or
   * leads out of `folder` through a link is not read. `folder`: a URI; `undefined`: the file may lie anywhere. Never rejects.
   */
  readText(uri: string, folder: string | undefined): Promise<string | Unread | undefined>;
  /**
   * The URIs of all files in a folder at any depth, without those in `.git` and `node_modules`. A link to a folder is
   * not followed, and a link to a file only inside the folder. `undefined` when the folder can not be listed, or holds
   * more than `limit` files. Never rejects.
   */
  listFiles(folder: string, limit: number): Promise<readonly string[] | undefined>;
}
