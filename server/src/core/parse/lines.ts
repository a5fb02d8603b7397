import type { Span } from '../text/span.js';

/** The lines of `source`, line ends not included. `\n`, `\r\n` and a lone `\r` end a line. */
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

/** Offset of the first line end at or after `from`; the length of `source` without one. */
export function lineEnd(source: string, from: number): number {
  const lf = source.indexOf('\n', from);
  const limit = lf === -1 ? source.length : lf;
  // A lone `\r` is rare: look for it only inside this one line, so that a file costs one pass.
  for (let at = from; at < limit; at++) if (source.charCodeAt(at) === 13) return at;
  return limit;
}

/** Offset of the line that follows the line end at `end`. */
export function afterLineEnd(source: string, end: number): number {
  if (end >= source.length) return source.length;
  return source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
