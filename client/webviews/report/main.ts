import { keepOwnKeys } from '../shared/own-keys';
import { isReportKind, type PanelTexts, type ToPanel } from './protocol/messages';
import { ReportView, type PanelHost } from './view';

/** VS Code provides this function, which can be called only once. */
declare function acquireVsCodeApi(): PanelHost;

const { kind, texts } = document.body.dataset;
if (isReportKind(kind) && texts !== undefined) {
  const host = acquireVsCodeApi();
  keepOwnKeys();
  const view = new ReportView(kind, JSON.parse(texts) as PanelTexts, host);
  window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => view.take(data));
  host.postMessage({ type: 'ready' });
}
