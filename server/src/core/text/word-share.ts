/** How much two sets of words have in common, from 0 for no common word to 1 for the same words. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let same = 0;
  for (const word of a) if (b.has(word)) same++;
  return (2 * same) / (a.size + b.size);
}
