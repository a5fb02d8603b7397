import type { Message } from '../messages/index.js';

/** The `initializationOptions` of our client and of other editors. */
export interface InitializationOptions {
  /**
   * The client responds to {@link readFileMethod} and {@link listFilesMethod}, so the server doesn't need a file
   * system.
   */
  readonly readFile?: boolean;
  /** The author requested the problems of all pages before the server was restarted. */
  readonly allProblems?: boolean;
  /**
   * Suggestions can be shown while the author types, because the editor doesn't select one; otherwise only on request.
   */
  readonly suggestWhileTyping?: boolean;
  /** The language of the texts, a BCP 47 tag, if it isn't that of the editor. */
  readonly locale?: string;
  /** The translations for that locale, if the client has read them: ICU messages by message id. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The settings of the section `playbook`, as long as the client sends no others. */
  readonly settings?: unknown;
  /**
   * The configuration file for all pages: a URI, or a path that can be relative to the first workspace folder. The files
   * in the folders then don't apply.
   */
  readonly configuration?: string;
  /**
   * The client requests `workspace/diagnostic`, and requests its open pages again after `workspace/diagnostic/refresh`.
   */
  readonly workspaceDiagnostics?: boolean;
}

/** Request: the text of a file in the workspace, from the disk or a virtual file system. */
export const readFileMethod = 'playbook/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** `null`: the file doesn't exist, is outside the workspace, or wasn't read. */
  readonly text: string | null;
  /** Why an existing file wasn't read: `it is larger than 15 MB`. */
  readonly unread?: Message;
  /** Reading failed, and may work later. Otherwise, such files are never read. */
  readonly hasFailed?: boolean;
}

/** Request: all files in a folder at any depth, except those in `.git` and `node_modules`. */
export const listFilesMethod = 'playbook/listFiles';

export interface ListFilesParams {
  /** A workspace folder, or one of its subfolders. */
  readonly folder: string;
  /** The maximum number of files. */
  readonly limit: number;
}

export interface ListFilesResult {
  /** `null`: the folder doesn't exist, is outside the workspace, or wasn't listed. */
  readonly uris: readonly string[] | null;
  /** The subfolders that couldn't be listed, as far as the client knows. */
  readonly unlisted?: readonly UnlistedSubfolder[];
  /** Why an existing folder wasn't listed: `it has more than 200,000 files`. */
  readonly unread?: Message;
  /** Listing failed, and may work later. */
  readonly hasFailed?: boolean;
}

export interface UnlistedSubfolder {
  readonly uri: string;
  /** `permission denied`. */
  readonly reason: Message;
}

/**
 * Notification from the client: the document is no longer in a tab. The editor may keep it for minutes, even after its
 * file is deleted. The file on the disk counts again, as for a closed document.
 */
export const releasedMethod = 'playbook/released';

export interface Released {
  readonly uri: string;
}

/**
 * Notification, sent once: the server has sent the problems of all files that the client doesn't request. Only these
 * files have problems. Anything that the client kept from before a restart is outdated.
 */
export const filesWithProblemsMethod = 'playbook/filesWithProblems';

export interface FilesWithProblems {
  readonly uris: readonly string[];
}

/**
 * Notification: the files of these pages changed in a way that reports and previews of the workspace can show. Not sent
 * for edits of open documents, which the client knows first.
 */
export const changedPagesMethod = 'playbook/changedPages';

export interface ChangedPages {
  /** `null`: all pages, because the configuration changed. */
  readonly uris: readonly string[] | null;
}

/**
 * Why an open page isn't checked. `ignored`: the configuration ignores it. `no-playbook`: it is another Markdown file.
 * `gone`: its file was deleted. `switched-off`: the setting `playbook.enable` is off.
 */
export type NotCheckedReason = 'ignored' | 'no-playbook' | 'gone' | 'switched-off';

/**
 * Notification, sent after a check of a document with a new result: whether it is a playbook, and whether it is
 * checked.
 */
export const playbookStateMethod = 'playbook/state';

export interface PlaybookState {
  readonly uri: string;
  readonly isPlaybook: boolean;
  /** The configuration ignores the document, whatever it contains. */
  readonly isIgnored: boolean;
  /** The setting `playbook.enable`. */
  readonly isEnabled: boolean;
  /** The URI of a configuration file that applies to the document and has problems. */
  readonly faultyConfiguration: string | null;
}

/** Notification: what the server as a whole is doing. */
export const serverStateMethod = 'playbook/serverState';

export interface ServerState {
  readonly busy: boolean;
  /** A description of the current work: `Reading playbooks`. */
  readonly message?: string;
}
