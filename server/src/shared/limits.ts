/** The longest text that is checked, in UTF-16 code units. */
export const MAX_LENGTH = 5_000_000;

/** The largest file that is read, in bytes: at most 3 bytes of UTF-8 per code unit, and a byte order mark. */
export const MAX_FILE_BYTES = MAX_LENGTH * 3 + 3;
