import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { defineTexts } from '../shared/texts';
import type { PreviewEdit, PreviewScope, SavedState, PreviewView, ToPreview } from './protocol/messages';
import type { Tried } from './edit/use-try';
import type { FocusRequest } from './grid/focus-request';
import type { PreviewHost } from './host';
import { LanguagesView } from './languages/languages-view';
import { filtersIn, NO_FILTERS, shownRows } from './model/filters';
import { groupKeys } from './model/lines';
import { lookOf, type Look } from './model/look';
import { addedKey, rowsWith } from './model/sent-edits';
import { reduce, INITIAL_STATE, pageUri, tasksIn, type Announcement } from './model/preview-state';
import { Tasks } from './model/tasks';
import { useFindKey, useSaveKey, useUndoKeys } from './panel-keys';
import { ReadersView } from './readers/readers-view';
import { Notice } from './states/notice';
import { ReadOnlyNote } from './states/read-only-note';
import { screenFor } from './states/screen-for';
import { TasksView } from './tasks-view';
import { Toolbar } from './toolbar/toolbar';

const texts = defineTexts('preview/app', {
  title: { text: 'Tasks', note: 'Title of the panel. Read by screen readers.' },
  keys: 'Use the arrow keys to move. Press Enter to show the row in the editor, F2 to edit the cell, or Shift+F10 for more actions. On a column header, press Enter to sort.',
});

interface AppProps {
  readonly host: PreviewHost;
  readonly first: SavedState;
  /** Returns a function that ends it. */
  readonly listen: (listener: (message: ToPreview) => void) => () => void;
}

/** The whole panel. It shows what was sent last, according to the look. */
export function App({ host, first, listen }: AppProps) {
  const [state, setState] = useState(() => ({ ...INITIAL_STATE, isLocked: first.isLocked }));
  const [{ scope, view }, setShown] = useState<{ readonly scope: PreviewScope; readonly view: PreviewView }>({
    scope: first.scope,
    view: first.scope === 'workspace' ? 'tasks' : first.view,
  });
  const [look, setLook] = useState<Look>(() => lookOf(first.look));
  const [tried, setTried] = useState<Tried | null>(null);
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const requests = useRef(0);
  const input = useRef<HTMLInputElement>(null);

  // Before the extension learns that the page is ready, because it may answer immediately.
  useLayoutEffect(
    () =>
      listen((message) => {
        if (message.type === 'focus') setFocusRequest({ line: message.line });
        else if (message.type === 'tried') setTried(message);
        else setState((known) => reduce(known, message));
      }),
    [],
  );
  const uri = pageUri(state) || first.uri;
  useEffect(
    () => host.setState({ uri, isLocked: state.isLocked, scope, view, look }),
    [uri, state.isLocked, scope, view, look],
  );
  useFindKey(input);
  useSaveKey(() => host.postMessage({ type: 'save' }));

  const message = tasksIn(state, scope);
  const tasks = useMemo(() => {
    if (message === null) return null;
    const shown = rowsWith({ preview: message.preview, keys: state.keys }, state.sent);
    return new Tasks(shown.preview, shown.keys, shown.references);
  }, [message?.preview, state.keys, state.sent]);
  const filters = useMemo(
    () => (tasks === null ? NO_FILTERS : filtersIn(tasks.preview, look.filters)),
    [tasks, look.filters],
  );
  const rows = useMemo(
    () => (tasks === null ? [] : shownRows(tasks, filters, look.sorting, held)),
    [tasks, filters, look.sorting, held],
  );
  const ours = useMemo(() => [...state.made, ...state.sent], [state.made, state.sent]);

  const change = (changed: Partial<Look>): void => {
    if (changed.filters !== undefined) setHeld(new Set());
    setLook((known) => ({ ...known, ...changed }));
  };
  const hold = (key: string): void => setHeld((known) => (known.has(key) ? known : new Set([...known, key])));
  const edit = (row: number, made: PreviewEdit): string | undefined => {
    const reference = tasks?.reference(row);
    if (tasks === null || reference === undefined) return undefined;
    const [request, key] = [++requests.current, tasks.key(row)];
    const shownKey = made.command === 'insertRow' ? addedKey(request) : key;
    setState((known) => ({ ...known, sent: [...known.sent, { request, key, edit: made }] }));
    hold(shownKey);
    host.postMessage({ type: 'edit', request, ...reference, edit: made });
    return shownKey;
  };
  const show = (nextScope: PreviewScope, nextView: PreviewView): void => {
    setShown({ scope: nextScope, view: nextView });
    host.postMessage({ type: 'show', scope: nextScope, view: nextView });
  };
  const lock = (isLocked: boolean): void => {
    setState((known) => ({ ...known, isLocked }));
    host.postMessage({ type: 'lock', isLocked });
  };
  const announce = (announcement: Announcement | null): void => setState((known) => ({ ...known, announcement }));
  const send = host.postMessage.bind(host);
  useUndoKeys((command) => {
    if (message?.isEditable === true) send({ type: command });
  });
  const screen = screenFor({ state, scope, view, send });
  return (
    <main>
      <h1 class="hidden">{texts.title}</h1>
      <Toolbar
        scope={scope}
        view={view}
        look={look}
        isLocked={state.isLocked}
        hasTasks={(message?.preview.rows.length ?? 0) > 0}
        hasAllProblems={message?.hasAllProblems ?? true}
        shownRows={() => rows.flatMap((row) => tasks?.sourceRow(row) ?? [])}
        groups={() => (tasks === null ? [] : groupKeys(tasks, rows, { grouping: look.grouping, scope }))}
        send={send}
        onShow={show}
        onLook={change}
        onLock={lock}
      />
      {message !== null && message.readOnly !== null && <ReadOnlyNote reason={message.readOnly} />}
      {screen}
      {screen === null && message !== null && tasks !== null && view === 'tasks' && (
        <TasksView
          message={message}
          tasks={tasks}
          rows={rows}
          filters={filters}
          look={look}
          input={input}
          caret={state.caret}
          tried={tried}
          ours={ours}
          held={held}
          focusRequest={focusRequest}
          send={send}
          onEdit={edit}
          onHold={hold}
          onLook={change}
          onAnnounce={announce}
          onFocusGrid={() => setFocusRequest({ line: null })}
          onFocused={() => setFocusRequest(null)}
        />
      )}
      {screen === null && view === 'readers' && state.rendered !== null && (
        <ReadersView rendered={state.rendered} onReveal={(line) => send({ type: 'revealLine', page: null, line })} />
      )}
      {screen === null && view === 'languages' && state.versions !== null && (
        <LanguagesView versions={state.versions} onReveal={(page, line) => send({ type: 'revealLine', page, line })} />
      )}
      <Notice announcement={state.announcement} onDismiss={() => announce(null)} />
      <p id="keys" hidden>
        {texts.keys}
      </p>
    </main>
  );
}
