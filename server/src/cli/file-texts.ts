import { defineMessages } from '../messages/index.js';

/** Messages about files that several parts of a run report. */
export const fileTexts = defineMessages('file-texts', {
  missing: 'No such file: "{path}"',
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
