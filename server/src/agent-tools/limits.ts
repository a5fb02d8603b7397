/** Everything that a model sends or gets is limited: its context is small, and other programs send any input. */

/** The longest text that a tool checks, in UTF-16 code units. */
export const MAX_TEXT = 1_000_000;
/** The longest path, glob, name or search text. */
export const MAX_WORDS = 1000;
/** The paths and globs of one call. */
export const MAX_PATTERNS = 100;
/** The pages that one call checks. */
export const MAX_FILES = 2000;
/** The problems of one call, unless the caller specifies another limit. */
export const USUAL_PROBLEMS = 100;
export const MAX_PROBLEMS = 1000;
/** The tasks of one call, unless the caller specifies another limit. */
export const USUAL_TASKS = 10;
export const MAX_TASKS = 100;
/** The places of one task. */
export const MAX_PLACES = 50;
/** The values of a list in an input, such as the roles of a task. */
export const MAX_VALUES = 50;
/** The longest text from a page in a result; longer ones end in an ellipsis. */
const MAX_QUOTE = 500;
/** The longest replacement of a fix. Half a replacement would be wrong, so a longer one is left out. */
export const MAX_REPLACEMENT = 20_000;

/** The fixes, and the related places, of one problem. */
export const MAX_FIXES = 10;
export const MAX_RELATED = 20;
/** The length of all problems of a result as JSON, in UTF-16 code units. */
export const MAX_PROBLEMS_LENGTH = 400_000;

/** The text, or its beginning. */
export function quoted(text: string): string {
  return text.length <= MAX_QUOTE ? text : `${text.slice(0, MAX_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
