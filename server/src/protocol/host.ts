/** What our client sends as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link readFileMethod} and {@link listFilesMethod}, so the server needs no file system of its own. */
  readonly readFile?: boolean;
  /** The author has asked for the problems of all pages before the server was started again. */
  readonly allProblems?: boolean;
  /** Suggestions may be shown while the author types, because the editor selects none of them; else only on request. */
  readonly suggestWhileTyping?: boolean;
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

/**
 * Notification from the client: no tab shows the document any more. An editor may keep it for minutes after that, and
 * after its file is deleted; what is on disk counts again, as for a closed document.
 */
export const releasedMethod = 'playbook/released';

export interface Released {
  readonly uri: string;
}

/**
 * Notification, once, when the server has sent the problems of all files that the client does not ask about: the only
 * files that have any. What the client kept of others, from before a restart, is outdated.
 */
export const filesWithProblemsMethod = 'playbook/filesWithProblems';

export interface FilesWithProblems {
  readonly uris: readonly string[];
}

/**
 * Why an open page is not checked. `ignored`: the configuration says so. `no-playbook`: it is another Markdown file.
 * `switched-off`: the setting `playbook.enable` is off there.
 */
export type NotCheckedReason = 'ignored' | 'no-playbook' | 'switched-off';

/** Notification, after each check of a document that told something new: whether it is ours, and whether we may say anything. */
export const playbookStateMethod = 'playbook/state';

export interface PlaybookState {
  readonly uri: string;
  readonly isPlaybook: boolean;
  /** The configuration ignores the document, whatever it holds. */
  readonly isIgnored: boolean;
  /** The setting `playbook.enable`. */
  readonly isEnabled: boolean;
  /** URI of a configuration file that counts for the document and has problems. */
  readonly faultyConfiguration: string | null;
}

/** Notification: what the server as a whole is doing. */
export const serverStateMethod = 'playbook/serverState';

export interface ServerState {
  readonly busy: boolean;
  /** What it is busy with, for people: `Reading playbooks`. */
  readonly message?: string;
}
