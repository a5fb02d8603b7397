/**
 * A half-open span of UTF-16 code units, `[start, end)`. The owner defines what it counts from: the file, a block or a
 * row.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value and the span of its source. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A position-free value and its current offset in the file. */
export interface Placed<T> {
  readonly value: T;
  /** The offset in the file of the first character of `value`. */
  readonly start: number;
}

/** The same span, counted from `offset` characters earlier. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** The source in `span`. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether the spans share a character, or touch if one of them is empty. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * The span without leading and trailing white space. A span of only white space becomes the empty span at its start.
 */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
