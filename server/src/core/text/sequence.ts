/**
 * The smallest set of indexes to remove from `values` so that the rest never decreases, in ascending order. Among sets
 * of the same size, later indexes are removed: of two values in the wrong order, the first one stays.
 */
export function outOfOrder(values: readonly number[]): number[] {
  if (values.every((value, index) => index === 0 || (values[index - 1] ?? value) <= value)) return [];
  const kept = new Set(longestRising(values));
  return values.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}

/** The indexes of a longest nondecreasing subsequence of `values`. */
function longestRising(values: readonly number[]): number[] {
  // By length, the indexes that end a subsequence of that length; in each list, values decrease as indexes increase.
  const ends: number[][] = [];
  for (const [index, value] of values.entries()) {
    const length = firstAbove(ends, values, value);
    (ends[length] ??= []).push(index);
  }
  const run: number[] = [];
  for (let length = ends.length - 1; length >= 0; length--) {
    const next = run[run.length - 1];
    const index = ends[length]?.find(
      (end) => next === undefined || (end < next && (values[end] ?? 0) <= (values[next] ?? 0)),
    );
    if (index !== undefined) run.push(index);
  }
  return run.reverse();
}

/** The first length whose smallest end is greater than `value`. */
function firstAbove(ends: readonly (readonly number[])[], values: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = ends[middle];
    if ((values[end?.[end.length - 1] ?? 0] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
