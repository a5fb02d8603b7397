/**
 * `text` of a page, escaped for our Markdown: all characters with a meaning are escaped, so that no link, HTML or
 * command from a page gets through. On one line, without characters that reorder or hide others.
 */
export function escapedMarkdown(text: string): string {
  return plainLine(text).replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** `text` on one line, without invisible characters, shortened if it is long. */
export function plainLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(HIDDEN, '').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

const LONGEST = 200;

/** Control characters, and characters that change the direction of text. */
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
