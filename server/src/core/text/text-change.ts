/**
 * The only stretch where two texts differ: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new text.
 */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The smallest single change from `before` to `after`; `undefined` if they are equal. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const start = commonPrefix(before, after);
  const rest = commonSuffix(before, after, Math.min(before.length, after.length) - start);
  return { start, oldEnd: before.length - rest, newEnd: after.length - rest };
}

/** The length of the common prefix. */
export function commonPrefix(a: string, b: string): number {
  return longestEqual(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

/** The length of the common suffix, at most `limit`. */
export function commonSuffix(a: string, b: string, limit: number): number {
  return longestEqual(
    limit,
    (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
}

/**
 * The largest length up to `limit` at which the texts are equal. Compares ever larger stretches, which engines do
 * quickly, then finds the first difference by bisection.
 */
function longestEqual(limit: number, areEqual: (from: number, to: number) => boolean): number {
  let length = 0;
  let step = 256;
  while (length < limit) {
    const to = Math.min(limit, length + step);
    if (areEqual(length, to)) {
      length = to;
      step *= 2;
    } else if (to - length === 1) break;
    else step = (to - length) >> 1;
  }
  return length;
}
