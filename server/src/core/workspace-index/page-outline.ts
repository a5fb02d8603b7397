import { memoized } from '../text/memo.js';
import type { Located, Placed } from '../text/span.js';
import { includesOf } from './page-includes.js';
import type { PageOutline, PageSummary } from './page-summary.js';

export const outlineOf = memoized(
  (page: PageSummary): PageOutline =>
    page.outline ?? {
      taskIds: idsIn(page.tasks),
      mentionIds: idsIn(page.mentions),
      entryIds: idsIn(page.entries),
      includes: includesOf(page),
    },
);

/** Those of the tasks that the page has in tables or in text. */
export function tasksAmong(ids: ReadonlySet<string>, page: PageSummary): ReadonlySet<string> {
  const { outline } = page;
  // A letter changes few of the IDs of a long page, so no outline is made for them.
  return outline === undefined
    ? new Set([...idsAmong(ids, page.tasks), ...idsAmong(ids, page.mentions)])
    : new Set([...outline.taskIds, ...outline.mentionIds].filter((id) => ids.has(id)));
}

/** Those of the tasks that the page describes. */
export function entriesAmong(ids: ReadonlySet<string>, page: PageSummary): ReadonlySet<string> {
  const { outline } = page;
  return new Set(outline === undefined ? idsAmong(ids, page.entries) : outline.entryIds.filter((id) => ids.has(id)));
}

type WithId = Placed<{ readonly id: Located<string> }>;

function idsIn(facts: readonly WithId[]): string[] {
  return [...new Set(facts.map(({ value }) => value.id.value))];
}

function idsAmong(ids: ReadonlySet<string>, facts: readonly WithId[]): string[] {
  const found: string[] = [];
  for (const { value } of facts) if (ids.has(value.id.value)) found.push(value.id.value);
  return found;
}
