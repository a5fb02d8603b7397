import type { Message } from '../messages/index.js';
import { otherReason, unreadReasons } from '../shared/unread-reasons.js';

/** An existing file that isn't read, and why. */
export class ReadRefusal extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.id);
    this.said = said;
  }
}

/** Whether a file system call failed because the path doesn't exist. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Why a file system call failed, without the path that Node repeats. */
export function reasonOf(error: unknown): Message {
  if (error instanceof ReadRefusal) return error.said;
  return REASONS.get((error as NodeJS.ErrnoException).code ?? '') ?? otherReason(error);
}

const REASONS: ReadonlyMap<string, Message> = new Map([
  ['ENOENT', unreadReasons.notFound],
  ['EACCES', unreadReasons.noPermission],
  ['EPERM', unreadReasons.noPermission],
  ['EBUSY', unreadReasons.isBusy],
  ['EIO', unreadReasons.diskError],
  ['EISDIR', unreadReasons.isFolder],
  ['EROFS', unreadReasons.readOnlyDisk],
  ['ENOSPC', unreadReasons.fullDisk],
]);
