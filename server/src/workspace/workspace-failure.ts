import type { Message } from '../messages/index.js';

/** Something that the workspace could not do. */
export type WorkspaceFailure = UnreadFile | FailedWork;

/** A file or folder that exists but wasn't read. Reported again only if the reason changes. */
export interface UnreadFile {
  readonly kind: 'unread';
  readonly uri: string;
  /** `permission denied`. */
  readonly reason: Message;
  /** Reading failed, and will be tried again. Otherwise, such files are never read. */
  readonly hasFailed: boolean;
}

/** A part of an index update threw an error. The following parts still run. */
export interface FailedWork {
  readonly kind: 'error';
  readonly error: unknown;
}
