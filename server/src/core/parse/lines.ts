import type { Span } from '../text/span.js';

/** The lines of `source`, without line endings. `\n`, `\r\n` and a lone `\r` end a line. */
export function linesOf(source: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < source.length) {
    const end = lineEnd(source, start);
    lines.push({ start, end });
    start = afterLineEnd(source, end);
  }
  return lines;
}

/** The offset of the first line ending at or after `from`; the length of `source` if there is none. */
export function lineEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === LF || code === CR) return at;
  }
  return source.length;
}

const LF = 10;
const CR = 13;

/** The offset of the line after the line ending at `end`. */
export function afterLineEnd(source: string, end: number): number {
  if (end >= source.length) return source.length;
  return source.charCodeAt(end) === CR && source.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/**
 * Whether a line is blank to Markdown (https://spec.commonmark.org/0.31.2/#blank-line): it has only spaces and tabs. Other
 * white space, such as an ideographic space, is text.
 */
export function isBlank(line: string): boolean {
  return BLANK.test(line);
}

export const BLANK = /^[ \t]*$/;
