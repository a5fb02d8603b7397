import { memoized } from '../text/memo.js';
import type { Located, Placed } from '../text/span.js';
import type { PageOutline, PageSummary } from './page-summary.js';

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
