/** The port through which files come in. Each face implements it; only the workspace calls it. */
export interface WorkspaceHost {
  /** The text of a file as it is stored; `undefined` when it is not there or can not be read. Never rejects. */
  readText(uri: string): Promise<string | undefined>;
}
