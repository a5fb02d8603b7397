/**
 * `text` of a page as it can stand in Markdown that we write: every sign that could mean something is escaped, so that no
 * link, no HTML and no command of a page gets through; on one line, without characters that reorder or hide others.
 */
export function escapedMarkdown(text: string): string {
  return plainLine(text).replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** `text` on one line, without characters that nobody sees, cut where nobody reads on. */
export function plainLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(HIDDEN, '').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

const LONGEST = 200;

/** Control characters, and those that turn the direction of text. */
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
