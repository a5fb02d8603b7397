import { unreadableBecause, unwritableBecause } from '../disk/file-errors.js';
import { defineMessages, type Message } from '../messages/index.js';

/** Messages about files that several parts of a run report. */
export const fileTexts = defineMessages('file-texts', {
  missing: 'No such file: "{path}"',
  missingFolder: 'No such folder: "{path}"',
  notAFile: `"{path}" isn't a file`,
  notAFolder: `"{path}" isn't a folder`,
  unreadable: {
    text: `"{path}" can't be read: {reason}`,
    note: '"path" is a file or a folder. "reason" is a text such as "permission denied".',
  },
  unwritable: {
    text: `"{path}" can't be written: {reason}`,
    note: '"reason" is a text such as "permission denied".',
  },
});

/** What a failed file system call says about a file or folder. `path`: as it is shown. */
export function unreadable(path: string, error: unknown): Message {
  return fileTexts.unreadable({ path, reason: unreadableBecause(error, path) });
}

/** The same for a file that was to be written. */
export function unwritable(path: string, error: unknown): Message {
  return fileTexts.unwritable({ path, reason: unwritableBecause(error) });
}
