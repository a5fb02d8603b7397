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
  const limit = Math.min(a.length, b.length);
  let at = 0;
  // Whole stretches are compared by the engine's own memory compare; only the last one is walked.
  while (at + STRETCH <= limit && a.startsWith(b.slice(at, at + STRETCH), at)) at += STRETCH;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters, at most `limit`, the two texts share at the end. */
export function commonSuffix(a: string, b: string, limit: number): number {
  let count = 0;
  while (count + STRETCH <= limit && sameStretchFromEnd(a, b, count)) count += STRETCH;
  while (count < limit && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

const STRETCH = 1024;

function sameStretchFromEnd(a: string, b: string, count: number): boolean {
  const end = b.length - count;
  return a.startsWith(b.slice(end - STRETCH, end), a.length - count - STRETCH);
}
