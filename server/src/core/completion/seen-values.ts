import { memoized } from '../text/memo.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { CompletionRequest } from './completion.js';

/** The values under `key` in other playbooks of the edition, the most frequent first. */
export function valuesSeen(key: string, { workspace }: CompletionRequest): string[] {
  const counts = new Map<string, number>();
  if (workspace === undefined) return [];
  const { index, path } = workspace;
  const { editions } = index;
  for (const page of index.pages.values()) {
    const isOther = page.isPlaybook && page.path !== path && editions.of(page.path) === editions.of(path);
    const value = isOther ? fieldsOf(page).get(key) : undefined;
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1)).map(([value]) => value);
}

/** Longer than any front matter. */
const LONGEST = 4000;

/**
 * The plain one-line values of a page. The index parses the page too, but keeping all values there would cost more
 * memory.
 */
const fieldsOf = memoized(({ text }: PageSummary): ReadonlyMap<string, string> => {
  const [, source = ''] = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([^]*?)(?:\r\n|\n|\r)---/.exec(text.slice(0, LONGEST)) ?? [];
  return new Map(
    [...source.matchAll(/^([\w.-]+)[ \t]*:[ \t]*([^\s'"[{#&*!|>@%`][^#\r\n]*)/gm)].map(([, key = '', value = '']) => [
      key,
      value.trim(),
    ]),
  );
});
