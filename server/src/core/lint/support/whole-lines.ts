import { afterLineEnd, lineEnd } from '../../parse/lines.js';
import type { Span } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';

/** Removes the lines that `span` touches, with one line ending: their own, or the one above at the end of the text. */
export function removeLines(text: string, span: Span): TextEdit {
  const start = startOfLine(text, span.start);
  const end = lineEnd(text, span.end);
  const next = afterLineEnd(text, end);
  return { span: next > end ? { start, end: next } : { start: endOfLineAbove(text, start), end }, newText: '' };
}

/** The offset of the first character of the line that contains `offset`. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  return start;
}

function endOfLineAbove(text: string, start: number): number {
  if (start === 0) return 0;
  return text.slice(start - 2, start) === '\r\n' ? start - 2 : start - 1;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** The blank lines above the line that starts at `end`, without the end of the line above them. */
export function blankLinesAbove(text: string, end: number): Span {
  let start = end;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  const kept = /^[^\S\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + kept, end };
}
