import { memoized } from '../text/memo.js';
import type { Located, Placed } from '../text/span.js';
import type { PageSummary } from './page-summary.js';

/** The facts about a page that the index registers. */
export interface PageOutline {
  /** The IDs of the tasks in tables, without duplicates. */
  readonly taskIds: readonly string[];
  /** The IDs of the tasks that text or a refresh log names, without duplicates. */
  readonly mentionIds: readonly string[];
  /** The IDs of the catalogue entries, without duplicates. */
  readonly entryIds: readonly string[];
  /** The targets of the page's includes, as written between the parentheses, without a title. */
  readonly includes: readonly string[];
}

export const outlineOf = memoized(
  (page: PageSummary): PageOutline =>
    page.outline ?? {
      taskIds: idsIn(page.tasks),
      mentionIds: idsIn(page.mentions),
      entryIds: idsIn(page.entries),
      includes: page.links.flatMap(({ value }) => (value.kind === 'include' ? [value.target.value] : [])),
    },
);

function idsIn(facts: readonly Placed<{ readonly id: Located<string> }>[]): string[] {
  return [...new Set(facts.map(({ value }) => value.id.value))];
}
