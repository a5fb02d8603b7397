/** The longest text that is checked, in UTF-16 code units. */
export const MAX_LENGTH = 5_000_000;
/** The largest file that is read, in bytes: no more than 3 of UTF-8 for each code unit, and a byte order mark. */
export const MAX_FILE_BYTES = MAX_LENGTH * 3 + 3;
