import type { Span } from '../text/span.js';

/**
 * The dash between the rules and the reason. One hyphen is enough, and the only safe form inside a line: a renderer that
 * follows CommonMark before version 0.31 shows a comment with two hyphens to readers.
 */
const DASH = /[–—]{1,2}|\s--?(?=\s|$)/;

/** Where the dash is in `list`, the text after the name of a suppression comment; `undefined` if it gives no reason. */
export function reasonDash(list: string): Span | undefined {
  const match = DASH.exec(list);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}
