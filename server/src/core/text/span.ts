/** Half-open span of UTF-16 code units: `[start, end)`. What it counts from, the owner says: the file, a block or a row. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the exact source that produced it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Something position-free, and the offset in the file where it stands now. */
export interface Placed<T> {
  readonly value: T;
  /** Offset of the first character of `value` in the file. */
  readonly start: number;
}

/** The same span, counted from `offset` characters earlier. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** The source that `span` covers. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether the two spans share a character, or touch where one of them is empty. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The span without the white space at its ends. An all-white span becomes the empty span at its start. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
