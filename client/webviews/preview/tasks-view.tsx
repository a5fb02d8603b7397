import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { defineTexts } from '../shared/texts';
import { columnsOf } from './columns';
import { FilterBar } from './filters/filter-bar';
import { TaskGrid } from './grid/task-grid';
import { NO_FILTERS, toggledFacet, type Filters } from './model/filters';
import { groupsOf, linesOf, type GroupedBy } from './model/lines';
import type { Tasks } from './model/tasks';
import { usePanel } from './panel';
import { useShownTasks } from './shown-tasks';
import { Message } from './states/message';
import { Totals } from './totals/totals';

const texts = defineTexts('preview/tasks-view', {
  noneFound: 'No tasks match the filters',
  clear: 'Clear filters',
});

/** The filters, the totals, and the grid. `input`: the field for words. */
export function TasksView({ input }: { readonly input: RefObject<HTMLInputElement> }) {
  const { state, dispatch } = usePanel();
  const { tasks, rows, filters } = useShownTasks();
  const { scope, held, look } = state;
  const { grouping, collapsed, hasTotals } = look;
  const columns = useMemo(() => columnsOf(tasks.preview), [tasks]);
  const lines = useMemo(
    () => linesOf(tasks, rows, { grouping, scope, collapsed: new Set(collapsed) }),
    [tasks, rows, grouping, scope, collapsed],
  );
  useUnfolded(tasks, held, { grouping, scope }, (groups) => {
    if (collapsed.some((key) => groups.includes(key)))
      dispatch({ type: 'look', change: { collapsed: collapsed.filter((key) => !groups.includes(key)) } });
  });
  const setFilters = (next: Filters): void => dispatch({ type: 'look', change: { filters: next } });
  return (
    <>
      <FilterBar input={input} />
      {hasTotals && (
        <Totals
          rows={rows}
          preview={tasks.preview}
          onPick={({ kind, value }) => setFilters(toggledFacet(filters, kind === 'service' ? 'services' : kind, value))}
        />
      )}
      {rows.length === 0 ? (
        <Message title={texts.noneFound} actions={[{ label: texts.clear, run: () => setFilters(NO_FILTERS) }]} />
      ) : (
        <TaskGrid lines={lines} columns={columns} />
      )}
    </>
  );
}

/** Expands the groups of a row that the author adds or changes. */
function useUnfolded(
  tasks: Tasks,
  held: ReadonlySet<string>,
  groupedBy: Omit<GroupedBy, 'collapsed'>,
  unfold: (groups: readonly string[]) => void,
): void {
  const known = useRef<ReadonlyMap<string, string>>(new Map());
  useLayoutEffect(() => {
    const groups = [...held].flatMap((key) =>
      tasks.rowOf(key) === -1 ? [] : [[key, groupsOf(tasks, tasks.rowOf(key), groupedBy)] as const],
    );
    const moved = groups.filter(([key, names]) => known.current.get(key) !== names.join('\n'));
    known.current = new Map(groups.map(([key, names]) => [key, names.join('\n')]));
    unfold(moved.flatMap(([, names]) => names));
  }, [tasks, held]);
}
