/** With fewer pages for each thread, starting it takes longer than what it saves. */
const FEWEST_PAGES = 150;
/** What the threads do twice grows with their number. */
const MOST_THREADS = 8;

/**
 * How many threads check the pages. `wanted`: by the user; `undefined`: as many as make the run faster. `available`: how
 * many can run at the same time.
 */
export function threadsFor(pages: number, wanted: number | undefined, available: () => number): number {
  const useful = Math.floor(pages / FEWEST_PAGES);
  const most = wanted ?? (useful > 1 ? Math.min(useful, available()) : 1);
  return Math.max(1, Math.min(most, pages, MOST_THREADS));
}

/** The items in as many parts, one after the other: neighbors are compared with each other, and have equal rows. */
export function sharesOf<Item>(items: readonly Item[], parts: number): readonly (readonly Item[])[] {
  const startOf = (part: number): number => Math.round((items.length * part) / parts);
  return Array.from({ length: parts }, (_, part) => items.slice(startOf(part), startOf(part + 1)));
}
