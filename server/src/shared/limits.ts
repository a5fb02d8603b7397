/** The longest text that is checked, in UTF-16 code units. */
export const MAX_LENGTH = 5_000_000;

/** The largest file that is read, in bytes: at most 3 bytes of UTF-8 per code unit, and a byte order mark. */
export const MAX_FILE_BYTES = MAX_LENGTH * 3 + 3;

/** Why a folder with more than `limit` files isn't listed. */
export function moreFilesThan(limit: number): string {
  return `it has more than ${limit} files`;
}

/** Why a file with more than `maxBytes` isn't read. */
export function largerThan(maxBytes: number): string {
  return `it is larger than ${Math.round(maxBytes / 1_000_000)} MB`;
}
