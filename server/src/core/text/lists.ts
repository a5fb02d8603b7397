/**
 * Replacements for spreading a list over the arguments of a call, which fails for several hundred thousand items: a
 * page of a few megabytes can have a list that long.
 */

/** The smallest number; `Infinity` if there is none. */
export function smallest(numbers: Iterable<number>): number {
  let best = Infinity;
  for (const number of numbers) if (number < best) best = number;
  return best;
}

/** The largest number; `-Infinity` if there is none. */
export function largest(numbers: Iterable<number>): number {
  let best = -Infinity;
  for (const number of numbers) if (number > best) best = number;
  return best;
}

/** Adds the items at the end of the list. */
export function appendAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
