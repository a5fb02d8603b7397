/** The one stretch in which two texts differ: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The smallest single change from `before` to `after`; `undefined` when they are equal. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const start = commonPrefix(before, after);
  const rest = commonSuffix(before, after, Math.min(before.length, after.length) - start);
  return { start, oldEnd: before.length - rest, newEnd: after.length - rest };
}

/** How many characters the two texts share at the start. */
export function commonPrefix(a: string, b: string): number {
  return longestEqual(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

/** How many characters, at most `limit`, the two texts share at the end. */
export function commonSuffix(a: string, b: string, limit: number): number {
  return longestEqual(
    limit,
    (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
}

/**
 * The largest length up to `limit` for which all is equal. Equal stretches are found by the engine's own compare of
 * memory, in ever larger steps, and the first difference by halving.
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
