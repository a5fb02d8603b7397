import { keepOwnKeys } from '../shared/own-keys';
import { isReportKind, type ToPanel } from './protocol/messages';
import { ReportView, type PanelHost } from './view';

/** VS Code provides this function, which can be called only once. */
declare function acquireVsCodeApi(): PanelHost;

const { kind } = document.body.dataset;
if (isReportKind(kind)) {
  const host = acquireVsCodeApi();
  keepOwnKeys();
  const view = new ReportView(kind, host);
  window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => view.take(data));
  host.postMessage({ type: 'ready' });
}
