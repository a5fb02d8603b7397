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
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

/** Why a file system call failed, without the path that Node repeats. */
export function reasonOf(error: unknown): Message {
  if (error instanceof ReadRefusal) return error.said;
  return REASONS.get(codeOf(error)) ?? otherReason(error);
}

/** The same for a file in a listed folder, or one that was named. Node can't open a file whose name it can't decode. */
export function unreadableBecause(error: unknown, path: string): Message {
  return isMissing(error) && path.includes('\ufffd') ? unreadReasons.nameNotUtf8 : reasonOf(error);
}

/** Why a file can't be written. A missing file is created, so only its folder can be missing. */
export function unwritableBecause(error: unknown): Message {
  return isMissing(error) ? unreadReasons.noFolder : reasonOf(error);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
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
  ['EDQUOT', unreadReasons.fullDisk],
  ['ELOOP', unreadReasons.linkLoop],
  ['ENAMETOOLONG', unreadReasons.nameTooLong],
  ['EMFILE', unreadReasons.tooManyOpen],
  ['ENFILE', unreadReasons.tooManyOpen],
]);
