/**
 * The messages that our own client and server exchange on top of LSP: names and types, nothing that runs.
 * The only folder of the server that the client may import. It imports nothing.
 *
 * Another LSP client may leave all of this out: the server then reads files by itself and sends no state.
 */

//#region Client to server, once

/** What our client sends as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link readFileMethod}, so the server needs no file system of its own. */
  readonly readFile?: boolean;
}

//#endregion

//#region Server to client

/** Request: the text of one file of the workspace, as it is on disk or behind a virtual file system. */
export const readFileMethod = 'playbook/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** `null`: the file is not there, can not be read, or lies outside the workspace. */
  readonly text: string | null;
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

//#endregion
