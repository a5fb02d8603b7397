/**
 * What is usually done by spreading a list over the arguments of a call, which fails for some hundred thousand of them: a
 * page of a few megabytes can make a list that long.
 */

/** The smallest of the numbers; `Infinity` without any. */
export function smallest(numbers: Iterable<number>): number {
  let best = Infinity;
  for (const number of numbers) if (number < best) best = number;
  return best;
}

/** The largest of the numbers; `-Infinity` without any. */
export function largest(numbers: Iterable<number>): number {
  let best = -Infinity;
  for (const number of numbers) if (number > best) best = number;
  return best;
}

/** Adds the items at the end of the list. */
export function appendAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
