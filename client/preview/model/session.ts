import { addedKey, type SentEdit } from './sent-edits';
import { keysAfter } from './row-keys';
import type {
  NothingReason,
  PreviewScope,
  RenderedTables,
  TasksMessage,
  TaskVersions,
  ToPreview,
} from '../../src/common/preview/messages';

/** The current data from the extension. */
export interface Session {
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
  readonly said: Said | null;
}

export interface Said {
  readonly message: string;
  readonly isError: boolean;
}

export type SessionMessage = Exclude<ToPreview, { readonly type: 'focus' | 'tried' }>;

export const NEW_SESSION: Session = {
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
  said: null,
};

/** The session after a message. */
export function heard(session: Session, message: SessionMessage): Session {
  switch (message.type) {
    case 'loading':
      return { ...session, loading: { done: message.done, total: message.total }, failure: null };
    case 'tasks':
      return withTasks(session, message);
    case 'readers':
      return { ...session, rendered: message.rendered, loading: null };
    case 'languages':
      return { ...session, versions: message.versions, loading: null };
    case 'nothing':
      return { ...session, ...EMPTY, nothing: { reason: message.reason, file: message.file } };
    case 'failed':
      return { ...session, failure: message.message, loading: null };
    case 'locked':
      return { ...session, isLocked: message.isLocked };
    case 'caret':
      return { ...session, caret: message.line };
    case 'refused':
      return { ...session, sent: session.sent.filter(({ request }) => request !== message.request) };
    case 'said':
      return { ...session, said: { message: message.message, isError: message.isError } };
  }
}

/** The URI of the page with the tasks; empty for a workspace. */
export function pageUri({ tasks }: Session): string {
  return (tasks?.scope === 'page' ? tasks.preview.pages[0]?.uri : undefined) ?? '';
}

/** The tasks, if they are those that were requested. */
export function tasksIn({ tasks }: Session, scope: PreviewScope): TasksMessage | null {
  return tasks?.scope === scope ? tasks : null;
}

const EMPTY: Pick<Session, 'tasks' | 'keys' | 'sent' | 'made' | 'rendered' | 'versions' | 'loading' | 'failure'> = {
  tasks: null,
  keys: [],
  sent: [],
  made: [],
  rendered: null,
  versions: null,
  loading: null,
  failure: null,
};

function withTasks(session: Session, tasks: TasksMessage): Session {
  const rows = new Map(tasks.made.map(({ request, row }) => [request, row]));
  const [made, waiting] = [
    session.sent.filter(({ request }) => rows.has(request)),
    session.sent.filter(({ request }) => !rows.has(request)),
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
    session.tasks === null ? null : { preview: session.tasks.preview, keys: session.keys },
    tasks.preview,
    known,
  );
  const isSamePage = session.tasks?.preview.pages[0]?.uri === tasks.preview.pages[0]?.uri;
  const next = {
    ...session,
    tasks,
    keys,
    sent: isSamePage ? waiting : [],
    made,
    loading: null,
    nothing: null,
    failure: null,
  };
  // Data of other views for another page is never shown for this page, not even briefly.
  return pageUri(next) === pageUri(session) ? next : { ...next, rendered: null, versions: null, caret: null };
}
