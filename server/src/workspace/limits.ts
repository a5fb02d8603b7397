/** The length of the longest text that is checked, in UTF-16 code units. */
export const MAX_LENGTH = 5_000_000;
/**
 * The size of the largest file that is read, in bytes: up to 3 bytes of UTF-8 for each code unit, and a byte order
 * mark.
 */
export const MAX_FILE_BYTES = MAX_LENGTH * 3 + 3;
