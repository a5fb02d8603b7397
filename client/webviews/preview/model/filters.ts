import { wordsOf } from '../../shared/search';
import { FILTERED, filtersOf, type ColumnName } from '../columns';
import type { TaskPreview } from '../protocol/messages';
import type { Sorting, Tasks } from './tasks';

/**
 * Which rows are shown. A row matches a facet if it has any of the selected values; without selected values, every row
 * matches.
 */
export interface Filters {
  readonly text: string;
  readonly hasProblems: boolean;
  readonly facets: Readonly<Partial<Record<ColumnName, readonly string[]>>>;
}

export const NO_FILTERS: Filters = { text: '', hasProblems: false, facets: {} };

/** A value of a facet, and the number of rows with it that match all other filters. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
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
export function facetValues(tasks: Tasks, filters: Filters, facet: ColumnName): FacetValue[] {
  const passes = testOf(tasks, withFacet(filters, facet, []));
  const counts = new Map((filters.facets[facet] ?? []).map((value) => [value, 0]));
  for (const index of tasks.order(null)) {
    if (!passes(index)) continue;
    for (const value of tasks.values(index, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

export function withFacet(filters: Filters, facet: ColumnName, values: readonly string[]): Filters {
  return { ...filters, facets: { ...filters.facets, [facet]: values } };
}

/** Selects or deselects a value. */
export function toggledFacet(filters: Filters, facet: ColumnName, value: string): Filters {
  const values = filters.facets[facet] ?? [];
  return withFacet(filters, facet, values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
}

/** Whether any filter is set. */
export function isFiltering(filters: Filters): boolean {
  return (
    filters.text.trim() !== '' ||
    filters.hasProblems ||
    Object.values(filters.facets).some((values) => values.length > 0)
  );
}

/** The filters without those that aren't shown for these tasks. */
export function filtersIn(preview: TaskPreview, filters: Filters): Filters {
  const facets = filtersOf(preview).map(({ id }) => [id, filters.facets[id] ?? []] as const);
  return { ...filters, facets: Object.fromEntries(facets) };
}

function testOf(tasks: Tasks, { text, hasProblems, facets }: Filters): (index: number) => boolean {
  const words = wordsOf(text);
  const chosen = FILTERED.map(({ id }) => ({ facet: id, values: new Set(facets[id]) })).filter(
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

function isProblem(tasks: Tasks, index: number): boolean {
  const row = tasks.row(index);
  return row !== undefined && (row.broken !== null || row.problems.length > 0);
}
