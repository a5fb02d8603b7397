/** What the threads do twice grows with their number. */
const MOST_THREADS = 8;

/** How many threads check the pages. */
export function threadsFor(pages: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, pages, MOST_THREADS));
}

/** The items in as many parts, one after the other: neighbors are compared with each other, and have equal rows. */
export function sharesOf<Item>(items: readonly Item[], parts: number): readonly (readonly Item[])[] {
  const startOf = (part: number): number => Math.round((items.length * part) / parts);
  return Array.from({ length: parts }, (_, part) => items.slice(startOf(part), startOf(part + 1)));
}
