import { defineMessages, type Message } from '../messages/index.js';

/** Why an existing file or folder isn't read. Each is the end of a message: `"a.md" can't be read: it is a folder`. */
export const unreadReasons = defineMessages('unread-reasons', {
  leadsOut: {
    text: 'it is a link to a file outside the workspace',
    note: '"a.md" can\'t be read: it is a link to a file outside the workspace.',
  },
  isFolder: { text: 'it is a folder', note: '"a.md" can\'t be read: it is a folder.' },
  notRegular: {
    text: 'it is not a regular file',
    note: '"a.md" can\'t be read: it is not a regular file, but for example a device.',
  },
  tooLarge: { text: 'it is larger than {size} MB', note: '"a.md" can\'t be read: it is larger than 15 MB.' },
  tooManyFiles: {
    text: 'it has more than {limit, plural, one {# file} other {# files}}',
    note: 'A folder: "pages" can\'t be read: it has more than 200,000 files.',
  },
  notFound: { text: 'no such file', note: '"a.md" can\'t be read: no such file.' },
  noPermission: { text: 'permission denied', note: '"a.md" can\'t be read: permission denied.' },
  isBusy: { text: 'another program is using it', note: '"a.md" can\'t be read: another program is using it.' },
  diskError: { text: 'the disk reported an error', note: '"a.md" can\'t be read: the disk reported an error.' },
  readOnlyDisk: { text: 'the disk is read-only', note: '"a.md" can\'t be written: the disk is read-only.' },
  linkLoop: {
    text: 'symbolic links form a loop',
    note: '"a.md" can\'t be read: symbolic links form a loop.',
  },
  nameTooLong: { text: 'the name is too long', note: '"a.md" can\'t be read: the name is too long.' },
  nameNotUtf8: { text: "the name isn't UTF-8", note: '"a.md" can\'t be read: the name isn\'t UTF-8.' },
  noFolder: { text: "its folder doesn't exist", note: '"a/b.csv" can\'t be written: its folder doesn\'t exist.' },
  tooManyOpen: { text: 'too many files are open', note: '"a.md" can\'t be read: too many files are open.' },
  fullDisk: { text: 'the disk is full', note: '"a.md" can\'t be written: the disk is full.' },
  systemError: { text: '{error}', note: 'An error message of the operating system or of another extension.' },
});

/** Why a folder with more than `limit` files isn't listed. */
export function moreFilesThan(limit: number): Message {
  return unreadReasons.tooManyFiles({ limit });
}

/** Why a file with more than `maxBytes` isn't read. */
export function largerThan(maxBytes: number): Message {
  return unreadReasons.tooLarge({ size: Math.round(maxBytes / 1_000_000) });
}

/** What an error says that we have no text for. */
export function otherReason(error: unknown): Message {
  return unreadReasons.systemError({ error: error instanceof Error ? error.message : String(error) });
}
