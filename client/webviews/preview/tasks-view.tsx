import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { defineTexts } from '../shared/texts';
import { nextSorting } from '../shared/sorting';
import { columnsOf } from './columns';
import type { PreviewEdit, TasksMessage } from './protocol/messages';
import type { Tried } from './edit/use-try';
import { FilterBar } from './filters/filter-bar';
import type { FocusRequest } from './grid/focus-request';
import { TaskGrid } from './grid/task-grid';
import type { Send } from './host';
import { NO_FILTERS, toggledFacet, type Filters } from './model/filters';
import { groupsOf, linesOf, type GroupedBy } from './model/lines';
import type { Look } from './model/look';
import type { SentEdit } from './model/sent-edits';
import type { Announcement } from './model/preview-state';
import type { Tasks } from './model/tasks';
import { Message } from './states/message';
import { Totals } from './totals/totals';

const texts = defineTexts('preview/tasks-view', {
  noneFound: 'No tasks match the filters',
  clear: 'Clear filters',
});

interface TasksViewProps {
  readonly message: TasksMessage;
  readonly tasks: Tasks;
  /** The tasks that match the filters, in display order. */
  readonly rows: readonly number[];
  readonly filters: Filters;
  readonly look: Look;
  readonly input: RefObject<HTMLInputElement>;
  readonly caret: number | null;
  readonly tried: Tried | null;
  readonly focusRequest: FocusRequest | null;
  readonly ours: readonly SentEdit[];
  /** Keys of rows that are always shown. */
  readonly held: ReadonlySet<string>;
  readonly send: Send;
  readonly onEdit: (row: number, edit: PreviewEdit) => string | undefined;
  readonly onHold: (key: string) => void;
  readonly onLook: (change: Partial<Look>) => void;
  readonly onAnnounce: (announcement: Announcement) => void;
  readonly onFocusGrid: () => void;
  readonly onFocused: () => void;
}

/** The filters, the totals, and the grid. */
export function TasksView({
  message,
  tasks,
  rows,
  filters,
  look,
  input,
  held,
  onLook,
  onFocusGrid,
  ...grid
}: TasksViewProps) {
  const { scope, isEditable, readOnly } = message;
  const { grouping, sorting, collapsed } = look;
  const columns = useMemo(() => columnsOf(tasks.preview), [tasks]);
  const lines = useMemo(
    () => linesOf(tasks, rows, { grouping, scope, collapsed: new Set(collapsed) }),
    [tasks, rows, grouping, scope, collapsed],
  );
  useUnfolded(tasks, held, { grouping, scope }, (groups) => {
    if (collapsed.some((key) => groups.includes(key)))
      onLook({ collapsed: collapsed.filter((key) => !groups.includes(key)) });
  });
  const setFilters = (next: Filters): void => onLook({ filters: next });
  const fold = (key: string, isCollapsed: boolean): void =>
    onLook({ collapsed: isCollapsed ? [...collapsed, key] : collapsed.filter((one) => one !== key) });
  return (
    <>
      <FilterBar
        tasks={tasks}
        filters={filters}
        shown={rows.length}
        input={input}
        onFilters={setFilters}
        onDown={onFocusGrid}
      />
      {look.hasTotals && (
        <Totals
          rows={rows}
          preview={message.preview}
          onPick={({ kind, value }) => setFilters(toggledFacet(filters, kind === 'service' ? 'services' : kind, value))}
        />
      )}
      {rows.length === 0 ? (
        <Message title={texts.noneFound} actions={[{ label: texts.clear, run: () => setFilters(NO_FILTERS) }]} />
      ) : (
        <TaskGrid
          {...grid}
          tasks={tasks}
          lines={lines}
          columns={columns}
          scope={scope}
          grouping={grouping}
          sorting={sorting}
          isEditable={isEditable}
          readOnly={readOnly}
          onSort={(column) => onLook({ sorting: nextSorting(sorting, column) })}
          onFold={fold}
        />
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
