import type { NothingReason, PreviewScope, RenderedTables, TasksMessage, TaskVersions, ToPreview } from '../../src/common/preview/messages';

/** What the extension has said, as far as it still counts. */
export interface Session {
  readonly tasks: TasksMessage | null;
  readonly rendered: RenderedTables | null;
  readonly versions: TaskVersions | null;
  readonly loading: { readonly done: number | null; readonly total: number | null } | null;
  readonly nothing: { readonly reason: NothingReason; readonly file: string } | null;
  readonly failure: string | null;
  readonly isLocked: boolean;
  /** The line of the caret. */
  readonly caret: number | null;
  /** To be read out. A new object each time, also when it says the same. */
  readonly said: Said | null;
}

export interface Said {
  readonly message: string;
  readonly isError: boolean;
}

export type SessionMessage = Exclude<ToPreview, { readonly type: 'focus' | 'tried' }>;

export const NEW_SESSION: Session = {
  tasks: null,
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
    case 'said':
      return { ...session, said: { message: message.message, isError: message.isError } };
  }
}

/** The page of the tasks, by its address; empty for a workspace. */
export function pageUri({ tasks }: Session): string {
  return (tasks?.scope === 'page' ? tasks.preview.pages[0]?.uri : undefined) ?? '';
}

/** The tasks, as long as they are those that were asked for. */
export function tasksIn({ tasks }: Session, scope: PreviewScope): TasksMessage | null {
  return tasks?.scope === scope ? tasks : null;
}

const EMPTY: Pick<Session, 'tasks' | 'rendered' | 'versions' | 'loading' | 'failure'> = { tasks: null, rendered: null, versions: null, loading: null, failure: null };

function withTasks(session: Session, tasks: TasksMessage): Session {
  const next = { ...session, tasks, loading: null, nothing: null, failure: null };
  // What other views show of another page is not shown for this one, not even for a moment.
  return pageUri(next) === pageUri(session) ? next : { ...next, rendered: null, versions: null, caret: null };
}
