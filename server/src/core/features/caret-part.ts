import type { Span } from '../text/span.js';

/**
 * The value at `offset` among several: a value that it touches; a value followed only by spaces up to it, which is
 * still being typed; or, after a separator, the empty span at the offset.
 */
export function partAround(text: string, whole: Span, parts: readonly Span[], offset: number): Span {
  const own = parts.find(({ start, end }) => start <= offset && offset <= end);
  if (own !== undefined) return own;
  const before = parts.filter(({ end }) => end < offset).pop();
  if (before !== undefined && text.slice(before.end, offset).trim() === '') return { start: before.start, end: offset };
  // A caret in the spaces before the first value means that value.
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
