import { wordsOf } from '../../grid/search';
import type { PreviewScope } from '../../src/common/preview/messages';
import type { Facet, Sorting, Tasks } from './tasks';

/**
 * Which rows are shown. A row matches a facet if it has any of the selected values; without selected values, every row
 * matches.
 */
export interface Filters {
  readonly text: string;
  readonly hasProblems: boolean;
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

export const NO_FILTERS: Filters = { text: '', hasProblems: false, facets: {} };

/** A value of a facet, and the number of rows with it that match all other filters. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** On a single page, all tasks have the same phase, language and audience. */
export function facetsOf(scope: PreviewScope): readonly Facet[] {
  return scope === 'page'
    ? ['role', 'services', 'mo', 'phase']
    : ['role', 'services', 'mo', 'phase', 'language', 'audience'];
}

/** The matching rows, in display order. `held`: keys of rows that are always shown. */
export function shownRows(
  tasks: Tasks,
  filters: Filters,
  sorting: Sorting | null,
  held: ReadonlySet<string> = new Set(),
): number[] {
  const passes = testOf(tasks, filters);
  return tasks.order(sorting).filter((row) => passes(row) || held.has(tasks.key(row)));
}

/** The values of a facet. Selected values are always included, so that they can be deselected. */
export function facetValues(tasks: Tasks, filters: Filters, facet: Facet): FacetValue[] {
  const passes = testOf(tasks, withFacet(filters, facet, []));
  const counts = new Map((filters.facets[facet] ?? []).map((value) => [value, 0]));
  for (const index of tasks.order(null)) {
    if (!passes(index)) continue;
    for (const value of tasks.values(index, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

export function withFacet(filters: Filters, facet: Facet, values: readonly string[]): Filters {
  return { ...filters, facets: { ...filters.facets, [facet]: values } };
}

/** Selects or deselects a value. */
export function toggledFacet(filters: Filters, facet: Facet, value: string): Filters {
  const values = filters.facets[facet] ?? [];
  return withFacet(filters, facet, values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
}

/** Whether any filter is set. Facets that the scope doesn't show are ignored. */
export function isFiltering(filters: Filters): boolean {
  return (
    filters.text.trim() !== '' ||
    filters.hasProblems ||
    Object.values(filters.facets).some((values) => values.length > 0)
  );
}

/** The filters without those that the scope doesn't show. */
export function filtersIn(scope: PreviewScope, filters: Filters): Filters {
  const facets = facetsOf(scope).map((facet) => [facet, filters.facets[facet] ?? []] as const);
  return { ...filters, facets: Object.fromEntries(facets) };
}

function testOf(tasks: Tasks, { text, hasProblems, facets }: Filters): (index: number) => boolean {
  const words = wordsOf(text);
  const chosen = FACETS.map((facet) => ({ facet, values: new Set(facets[facet]) })).filter(
    ({ values }) => values.size > 0,
  );
  return (index) => {
    if (hasProblems && !isProblem(tasks, index)) return false;
    if (!chosen.every(({ facet, values }) => tasks.values(index, facet).some((value) => values.has(value))))
      return false;
    if (words.length === 0) return true;
    const searched = tasks.searched(index);
    return words.every((word) => searched.includes(word));
  };
}

const FACETS: readonly Facet[] = ['role', 'services', 'mo', 'phase', 'language', 'audience'];

function isProblem(tasks: Tasks, index: number): boolean {
  const row = tasks.row(index);
  return row !== undefined && (row.broken !== null || row.problems.length > 0);
}
