import { FILTERED, SORTABLE } from '../columns';
import { NO_FILTERS, type Filters } from './filters';
import type { Grouping } from './lines';
import type { Sorting } from './tasks';

/** How the tasks are displayed. The panel is a function of this and of the data that was sent. */
export interface Look {
  readonly filters: Filters;
  readonly sorting: Sorting | null;
  readonly grouping: Grouping;
  /** Keys of groups. */
  readonly collapsed: readonly string[];
  readonly hasTotals: boolean;
}

export const FIRST_LOOK: Look = {
  filters: NO_FILTERS,
  sorting: null,
  grouping: 'section',
  collapsed: [],
  hasTotals: false,
};

/** Parses stored state, which may be missing or from an earlier version. */
export function lookOf(stored: unknown): Look {
  const { filters, sorting, grouping, collapsed, hasTotals } = fieldsOf(stored);
  return {
    filters: filtersOf(filters),
    sorting: sortingOf(sorting),
    grouping: GROUPINGS.find((one) => one === grouping) ?? FIRST_LOOK.grouping,
    collapsed: textsOf(collapsed),
    hasTotals: hasTotals === true,
  };
}

const GROUPINGS: readonly Grouping[] = ['section', 'role', 'services', 'none'];

function filtersOf(stored: unknown): Filters {
  const { text, hasProblems, facets } = fieldsOf(stored);
  const chosen = fieldsOf(facets);
  return {
    text: typeof text === 'string' ? text : '',
    hasProblems: hasProblems === true,
    facets: Object.fromEntries(FILTERED.map(({ id }) => [id, textsOf(chosen[id])])),
  };
}

function sortingOf(stored: unknown): Sorting | null {
  const { column, direction } = fieldsOf(stored);
  const known = SORTABLE.find(({ id }) => id === column);
  if (known === undefined) return null;
  return { column: known.id, direction: direction === 'descending' ? 'descending' : 'ascending' };
}

function textsOf(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}

function fieldsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}
