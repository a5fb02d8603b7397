import { addedKey, type SentEdit } from './sent-edits';
import { keysAfter } from './row-keys';
import type {
  NothingReason,
  PreviewScope,
  RenderedTables,
  TasksMessage,
  TaskVersions,
  ToPreview,
} from '../protocol/messages';

/** The current data from the extension. */
export interface PreviewState {
  readonly tasks: TasksMessage | null;
  /** The keys of the rows of `tasks`. */
  readonly keys: readonly string[];
  /** Edits that `tasks` doesn't show yet, in the order in which they were sent. */
  readonly sent: readonly SentEdit[];
  /** Edits that `tasks` shows for the first time. */
  readonly made: readonly SentEdit[];
  readonly rendered: RenderedTables | null;
  readonly versions: TaskVersions | null;
  readonly loading: { readonly done: number | null; readonly total: number | null } | null;
  readonly nothing: { readonly reason: NothingReason; readonly file: string } | null;
  readonly failure: string | null;
  readonly isLocked: boolean;
  /** The line of the caret. */
  readonly caret: number | null;
  /** Text for screen readers. Each is a new object, even if the text is the same. */
  readonly announcement: Announcement | null;
}

export interface Announcement {
  readonly message: string;
  readonly isError: boolean;
}

export type StateMessage = Exclude<ToPreview, { readonly type: 'focus' | 'tried' | 'offered' }>;

export const INITIAL_STATE: PreviewState = {
  tasks: null,
  keys: [],
  sent: [],
  made: [],
  rendered: null,
  versions: null,
  loading: { done: null, total: null },
  nothing: null,
  failure: null,
  isLocked: false,
  caret: null,
  announcement: null,
};

/** The state after a message. */
export function reduce(state: PreviewState, message: StateMessage): PreviewState {
  switch (message.type) {
    case 'loading':
      return { ...state, loading: { done: message.done, total: message.total }, failure: null };
    case 'tasks':
      return withTasks(state, message);
    case 'readers':
      return { ...state, rendered: message.rendered, loading: null };
    case 'languages':
      return { ...state, versions: message.versions, loading: null };
    case 'nothing':
      return { ...state, ...EMPTY, nothing: { reason: message.reason, file: message.file } };
    case 'failed':
      return { ...state, failure: message.message, loading: null };
    case 'locked':
      return { ...state, isLocked: message.isLocked };
    case 'caret':
      return { ...state, caret: message.line };
    case 'refused':
      return { ...state, sent: state.sent.filter(({ request }) => request !== message.request) };
    case 'said':
      return { ...state, announcement: { message: message.message, isError: message.isError } };
  }
}

/** The URI of the page with the tasks; empty for a workspace. */
export function pageUri({ tasks }: PreviewState): string {
  return (tasks?.scope === 'page' ? tasks.preview.pages[0]?.uri : undefined) ?? '';
}

/** The tasks, if they are those that were requested. */
export function tasksIn({ tasks }: PreviewState, scope: PreviewScope): TasksMessage | null {
  return tasks?.scope === scope ? tasks : null;
}

const EMPTY: Pick<PreviewState, 'tasks' | 'keys' | 'sent' | 'made' | 'rendered' | 'versions' | 'loading' | 'failure'> =
  {
    tasks: null,
    keys: [],
    sent: [],
    made: [],
    rendered: null,
    versions: null,
    loading: null,
    failure: null,
  };

function withTasks(state: PreviewState, tasks: TasksMessage): PreviewState {
  const rows = new Map(tasks.made.map(({ request, row }) => [request, row]));
  const [made, waiting] = [
    state.sent.filter(({ request }) => rows.has(request)),
    state.sent.filter(({ request }) => !rows.has(request)),
  ];
  const known = new Map(
    made.flatMap(({ request, key, edit }): [number, string][] => {
      const row = rows.get(request);
      return row == null || edit.command === 'deleteRow'
        ? []
        : [[row, edit.command === 'insertRow' ? addedKey(request) : key]];
    }),
  );
  const keys = keysAfter(
    state.tasks === null ? null : { preview: state.tasks.preview, keys: state.keys },
    tasks.preview,
    known,
  );
  const isSamePage = state.tasks?.preview.pages[0]?.uri === tasks.preview.pages[0]?.uri;
  const next = {
    ...state,
    tasks,
    keys,
    sent: isSamePage ? waiting : [],
    made,
    loading: null,
    nothing: null,
    failure: null,
  };
  // Data of other views for another page is never shown for this page, not even briefly.
  return pageUri(next) === pageUri(state) ? next : { ...next, rendered: null, versions: null, caret: null };
}
