import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { defineTexts } from '../shared/texts';
import type { SavedState, ToPreview } from './protocol/messages';
import type { PreviewHost } from './host';
import { LanguagesView } from './languages/languages-view';
import { firstPanelState, reducePanel } from './model/panel-state';
import { pageUri } from './model/preview-state';
import { useFindKey, useSaveKey, useUndoKeys } from './panel-keys';
import { PanelContext, type Panel } from './panel';
import { ReadersView } from './readers/readers-view';
import { ShownTasksContext, useTasksToShow } from './shown-tasks';
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
  const [state, dispatch] = useReducer(reducePanel, first, firstPanelState);
  const panel = { state, dispatch, send: host.postMessage.bind(host) };
  const { scope, view, isLocked, look } = state;
  const input = useRef<HTMLInputElement>(null);

  // Before the extension learns that the page is ready, because it may answer immediately.
  useLayoutEffect(() => listen(dispatch), []);
  const uri = pageUri(state) || first.uri;
  useEffect(() => host.setState({ uri, isLocked, scope, view, look }), [uri, isLocked, scope, view, look]);
  const shown = useTasksToShow(panel);
  useFindKey(input);
  useSaveKey(() => panel.send({ type: 'save' }));
  useUndoKeys((command) => {
    if (shown?.message.isEditable === true) panel.send({ type: command });
  });
  return (
    <PanelContext.Provider value={panel}>
      <ShownTasksContext.Provider value={shown}>
        <main>
          <h1 class="hidden">{texts.title}</h1>
          <Toolbar shown={shown} />
          {shown !== null && shown.message.readOnly !== null && <ReadOnlyNote reason={shown.message.readOnly} />}
          {screenFor(panel) ?? <View {...panel} input={input} />}
          <Notice
            announcement={state.announcement}
            onDismiss={() => dispatch({ type: 'announce', announcement: null })}
          />
          <p id="keys" hidden>
            {texts.keys}
          </p>
        </main>
      </ShownTasksContext.Provider>
    </PanelContext.Provider>
  );
}

/** The chosen view. Its data is there: otherwise, a screen says why it isn't. */
function View({ state, send, input }: Panel & { readonly input: RefObject<HTMLInputElement> }) {
  const { view, rendered, versions } = state;
  if (view === 'readers' && rendered !== null)
    return <ReadersView rendered={rendered} onReveal={(line) => send({ type: 'revealLine', page: null, line })} />;
  if (view === 'languages' && versions !== null)
    return <LanguagesView versions={versions} onReveal={(page, line) => send({ type: 'revealLine', page, line })} />;
  return <TasksView input={input} />;
}
