import type { FilePath } from './file-path.js';

/** The playbooks in a folder and edition, at a revision of the index. */
export interface PlaybookListing {
  readonly paths: readonly FilePath[];
  /** The values of keys that were asked for, with the number of pages. */
  readonly values: Map<string, ReadonlyMap<string, number>>;
  readonly revision: number;
}

export function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
