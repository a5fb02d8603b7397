import type { Span } from '../text/span.js';

/**
 * The one of several values that `offset` is in: a value that it touches, one that is followed by nothing but blanks up
 * to it and so is still being typed, or, behind a separator, the empty span at the offset.
 */
export function partAround(text: string, whole: Span, parts: readonly Span[], offset: number): Span {
  const own = parts.find(({ start, end }) => start <= offset && offset <= end);
  if (own !== undefined) return own;
  const before = parts.filter(({ end }) => end < offset).pop();
  if (before !== undefined && text.slice(before.end, offset).trim() === '') return { start: before.start, end: offset };
  // Before the first value there are only blanks: whoever stands there means that value.
  const [first] = parts;
  if (
    before === undefined &&
    first !== undefined &&
    offset < first.start &&
    text.slice(Math.min(offset, whole.start), first.start).trim() === ''
  )
    return { start: offset, end: first.end };
  return { start: offset, end: offset };
}
