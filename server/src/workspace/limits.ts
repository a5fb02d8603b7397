/** The longest text that is checked, in UTF-16 code units. */
export const MAX_LENGTH = 5_000_000;
