/**
 * Control characters except tab and line feed, characters that change the direction of text, and unpaired surrogates:
 * on a terminal they move the cursor, or change the color or order of text. A carriage return is allowed before a line
 * feed.
 */
const UNSAFE =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with each unsafe character as `\uXXXX`, which is also its escape sequence in JSON strings. */
export function printable(text: string): string {
  return text.replace(UNSAFE, escaped);
}

/** The same on one line, for names and messages. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\r\n\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
