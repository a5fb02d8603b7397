/**
 * The fewest places to leave out of `values` so that what is left never falls, in ascending order. Among equally few,
 * the later ones are left out: of two that contradict each other, the first stays.
 */
export function outOfOrder(values: readonly number[]): number[] {
  if (values.every((value, index) => index === 0 || (values[index - 1] ?? value) <= value)) return [];
  const kept = new Set(longestRising(values));
  return values.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}

/** Indexes of a longest run of `values`, not necessarily side by side, that never falls. */
function longestRising(values: readonly number[]): number[] {
  // By length, the indexes that end a run of that length; within one, the values fall as the indexes rise.
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

/** The first length whose smallest end lies above `value`. */
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
