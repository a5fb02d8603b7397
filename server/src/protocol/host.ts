/** What our client sends as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link readFileMethod} and {@link listFilesMethod}, so the server needs no file system of its own. */
  readonly readFile?: boolean;
}

/** Request: the text of one file of the workspace, as it is on disk or behind a virtual file system. */
export const readFileMethod = 'playbook/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** `null`: the file is not there, can not be read, or lies outside the workspace. */
  readonly text: string | null;
  /** Why a file that is there was not read, for people: `it is larger than 15 MB`. */
  readonly unread?: string;
}

/** Request: all files in a folder at any depth, without those in `.git` and `node_modules`. */
export const listFilesMethod = 'playbook/listFiles';

export interface ListFilesParams {
  /** A workspace folder, or a folder in one. */
  readonly folder: string;
  /** How many are too many. */
  readonly limit: number;
}

export interface ListFilesResult {
  /** `null`: the folder can not be listed, lies outside the workspace, or holds more than `limit` files. */
  readonly uris: readonly string[] | null;
}

/** Notification, after each check of a document: whether it is ours at all. */
export const playbookStateMethod = 'playbook/state';

export interface PlaybookState {
  readonly uri: string;
  readonly isPlaybook: boolean;
}

/** Notification: what the server as a whole is doing. */
export const serverStateMethod = 'playbook/serverState';

export interface ServerState {
  readonly busy: boolean;
  /** What it is busy with, for people: `Reading playbooks`. */
  readonly message?: string;
}
