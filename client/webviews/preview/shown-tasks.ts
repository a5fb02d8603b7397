import { createContext } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import type { PreviewEdit, TasksMessage } from './protocol/messages';
import { problemsOfFilled } from './model/edits';
import { filtersIn, NO_FILTERS, shownRows, type Filters } from './model/filters';
import { tasksIn } from './model/preview-state';
import { addedKey, rowsWith, type SentEdit } from './model/sent-edits';
import { Tasks } from './model/tasks';
import { inContext, type Panel } from './panel';

/** The tasks that the panel shows, with the edits that the page doesn't have yet. */
export interface ShownTasks {
  readonly message: TasksMessage;
  readonly tasks: Tasks;
  /** Those that have values in these tasks. */
  readonly filters: Filters;
  /** The tasks that match the filters, in display order. */
  readonly rows: readonly number[];
  /** Our edits that the page doesn't have yet, or has for the first time. */
  readonly ours: readonly SentEdit[];
  /** Returns the key of the changed or added row. */
  readonly edit: (row: number, edit: PreviewEdit) => string | undefined;
}

export const ShownTasksContext = createContext<ShownTasks | null>(null);

export function useShownTasks(): ShownTasks {
  return inContext(useContext(ShownTasksContext));
}

/** `null`: the tasks aren't known yet, or there are none. */
export function useTasksToShow({ state, dispatch, send }: Panel): ShownTasks | null {
  const { look, keys, sent, made, held, fresh } = state;
  const requests = useRef(0);
  const message = tasksIn(state, state.scope);
  const tasks = useMemo(() => {
    if (message === null) return null;
    const shown = rowsWith({ preview: message.preview, keys }, sent);
    const rows = shown.preview.rows.map((row, index) =>
      shown.keys[index] === fresh ? { ...row, problems: problemsOfFilled(row, row.problems) } : row,
    );
    return new Tasks({ ...shown.preview, rows }, shown.keys, shown.references);
  }, [message?.preview, keys, sent, fresh]);
  const filters = useMemo(
    () => (tasks === null ? NO_FILTERS : filtersIn(tasks.preview, look.filters)),
    [tasks, look.filters],
  );
  const rows = useMemo(
    () => (tasks === null ? [] : shownRows(tasks, filters, look.sorting, held)),
    [tasks, filters, look.sorting, held],
  );
  const ours = useMemo(() => [...made, ...sent], [made, sent]);
  if (message === null || tasks === null) return null;
  const edit = (row: number, asked: PreviewEdit): string | undefined => {
    const reference = tasks.reference(row);
    if (reference === undefined) return undefined;
    const [request, key] = [++requests.current, tasks.key(row)];
    const shownKey = asked.command === 'insertRow' ? addedKey(request) : key;
    dispatch({ type: 'sent', edit: { request, key, edit: asked }, shownKey });
    send({ type: 'edit', request, ...reference, edit: asked });
    return shownKey;
  };
  return { message, tasks, filters, rows, ours, edit };
}
