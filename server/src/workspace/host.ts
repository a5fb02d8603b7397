export interface FileReader {
  /** The text of a file as it is stored; `undefined` when it is not there or can not be read. Never rejects. */
  readText(uri: string): Promise<string | undefined>;
}

/** The port through which files come in. Each face implements it; only the workspace calls it. */
export interface WorkspaceHost extends FileReader {
  /**
   * The URIs of all files in a folder at any depth, without those in `.git` and `node_modules`. A link to a folder is
   * not followed. `undefined` when the folder can not be listed, or holds more than `limit` files. Never rejects.
   */
  listFiles(folder: string, limit: number): Promise<readonly string[] | undefined>;
}
