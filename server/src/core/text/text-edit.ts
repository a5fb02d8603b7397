import type { Span } from './span.js';

/** One edit of a text. `start === end` inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** `text` after all `edits`. Their offsets refer to `text`; they must not overlap, and can be in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { span, newText } of ordered) {
    pieces.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
