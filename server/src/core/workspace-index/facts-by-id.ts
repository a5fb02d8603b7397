import { memoized } from '../text/memo.js';
import type { Located, Placed } from '../text/span.js';
import type { ExportedCatalogue } from './exported-catalogue.js';
import type { PageSummary } from './page-summary.js';

/** The rows of the page's task tables, by ID. */
export const tasksById = memoized(({ tasks }: PageSummary) => byId(tasks));

export const mentionsById = memoized(({ mentions }: PageSummary) => byId(mentions));

export const entriesById = memoized(({ entries }: PageSummary) => byId(entries));

export const exportedById = memoized(({ entries }: ExportedCatalogue) =>
  byId(entries.map((value) => ({ start: 0, value }))),
);

function byId<Fact extends Placed<{ readonly id: Located<string> }>>(
  facts: readonly Fact[],
): ReadonlyMap<string, readonly Fact[]> {
  const known = new Map<string, Fact[]>();
  for (const fact of facts) {
    const same = known.get(fact.value.id.value);
    if (same === undefined) known.set(fact.value.id.value, [fact]);
    else same.push(fact);
  }
  return known;
}
