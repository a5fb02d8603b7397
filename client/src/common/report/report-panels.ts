import {
  ViewColumn,
  window,
  type Disposable,
  type LogOutputChannel,
  type Uri,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import type { ReportKind } from '../../../../server/src/protocol';
import { onDidChangeLocale } from '../locale';
import type { ServerLifecycle } from '../server-lifecycle';
import { webviewOptions } from '../webview/webview-page';
import { panelStateOf } from '../../../webviews/report/protocol/messages';
import { ReportPanel } from './report-panel';
import { titleOf } from './report-names';

/** VS Code uses this id to restore a panel: see activationEvents. */
const VIEW_TYPE = 'playbook.report';

/** The open reports, at most one of each kind. */
export class ReportPanels implements Disposable, WebviewPanelSerializer {
  readonly #extensionUri: Uri;
  readonly #server: ServerLifecycle;
  readonly #log: LogOutputChannel;
  readonly #open = new Map<ReportKind, ReportPanel>();
  readonly #subscriptions = [
    window.registerWebviewPanelSerializer(VIEW_TYPE, this),
    onDidChangeLocale(() => {
      for (const report of this.#open.values()) report.showPage();
    }),
  ];

  constructor(extensionUri: Uri, server: ServerLifecycle, log: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#log = log;
  }

  /** Shows the report, and updates it if it is already open. */
  show(kind: ReportKind): void {
    const known = this.#open.get(kind);
    if (known === undefined) {
      this.#adopt(
        window.createWebviewPanel(
          VIEW_TYPE,
          titleOf(kind),
          ViewColumn.Active,
          webviewOptions(this.#extensionUri, 'report'),
        ),
        kind,
      );
      return;
    }
    known.reveal();
    void this.refresh(kind);
  }

  /** Updates the report if it is open. */
  async refresh(kind: ReportKind): Promise<void> {
    await this.#open.get(kind)?.refresh();
  }

  /** The window was reloaded with the panel in it. */
  deserializeWebviewPanel(panel: WebviewPanel, stored: unknown): Promise<void> {
    const state = panelStateOf(stored);
    if (state === undefined) panel.dispose();
    else {
      panel.webview.options = webviewOptions(this.#extensionUri, 'report');
      this.#adopt(panel, state.kind);
    }
    return Promise.resolve();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #adopt(panel: WebviewPanel, kind: ReportKind): void {
    const report = new ReportPanel(panel, this.#extensionUri, kind, this.#server, this.#log);
    this.#open.set(kind, report);
    panel.onDidDispose(() => {
      if (this.#open.get(kind) === report) this.#open.delete(kind);
    });
  }
}
