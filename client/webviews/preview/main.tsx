import { render } from 'preact';
import { keepOwnKeys } from '../shared/own-keys';
import { savedStateOf, type SavedState, type ToPreview } from './protocol/messages';
import { App } from './app';
import type { PreviewHost } from './host';

/** VS Code provides this function, which can be called only once. */
declare function acquireVsCodeApi(): PreviewHost;

start(acquireVsCodeApi());

function start(host: PreviewHost): void {
  const stored = host.getState();
  keepOwnKeys();
  const listeners = new Set<(message: ToPreview) => void>();
  window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) =>
    listeners.forEach((listen) => listen(data)),
  );
  const listen = (listener: (message: ToPreview) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  render(<App host={host} first={firstState(stored)} listen={listen} />, document.body);
  const { scope, view, isLocked } = firstState(stored);
  host.postMessage({ type: 'ready' });
  host.postMessage({ type: 'show', scope, view });
  // The extension sends the state of a new panel.
  if (stored != null) host.postMessage({ type: 'lock', isLocked });
}

/** The stored state of the panel, or the state that the extension requests for a new panel. */
function firstState(stored: unknown): SavedState {
  const { scope, view } = document.body.dataset;
  return savedStateOf(stored ?? { scope, view });
}
