import { Range, Uri, ViewColumn, window, type LogOutputChannel, type WebviewPanel } from 'vscode';
import {
  reportMethod,
  type Report,
  type ReportKind,
  type ReportParams,
  type ReportPlace,
  type ReportResult,
} from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { webviewHtml } from '../webview/webview-page';
import { exportReport } from './export-report';
import { fromPanel, type FromPanel, type ToPanel } from '../../../webviews/report/protocol/messages';
import { messageOf } from './message-of';
import { titleOf } from './report-names';
import { defineTexts } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('report-panel', {
  failed: 'The report could not be created: {reason}',
  rowWithoutPage: "This row doesn't belong to a page",
  pageNotOpened: 'The page could not be opened: {reason}',
});

/** A report in the editor. VS Code discards its page while it is hidden, so its content is kept here. */
export class ReportPanel {
  readonly #panel: WebviewPanel;
  readonly #extensionUri: Uri;
  readonly #kind: ReportKind;
  readonly #server: ServerLifecycle;
  readonly #log: LogOutputChannel;
  #last: ToPanel = { type: 'reading' };
  #places: Report['places'] = [];
  /** Only the latest request counts. */
  #asked = 0;

  constructor(
    panel: WebviewPanel,
    extensionUri: Uri,
    kind: ReportKind,
    server: ServerLifecycle,
    log: LogOutputChannel,
  ) {
    this.#panel = panel;
    this.#kind = kind;
    this.#server = server;
    this.#log = log;
    this.#extensionUri = extensionUri;
    panel.webview.onDidReceiveMessage((sent: unknown) => {
      const message = fromPanel(sent);
      if (message !== undefined) void this.#take(message);
    });
    this.showPage();
    void this.refresh();
  }

  /** Loads the page in the panel, with the texts of the current language. It reports when it is ready. */
  showPage(): void {
    this.#panel.title = titleOf(this.#kind);
    this.#panel.webview.html = webviewHtml(this.#panel.webview, this.#extensionUri, {
      name: 'report',
      title: titleOf(this.#kind),
      data: { kind: this.#kind },
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Requests the current report from the server. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    this.#show({ type: 'reading' });
    const { message, places } = await this.#read();
    if (asked !== this.#asked) return;
    this.#places = places;
    this.#show(message);
  }

  async #read(): Promise<{ readonly message: ToPanel; readonly places: Report['places'] }> {
    try {
      const report = await this.#server.request<ReportResult>(reportMethod, {
        kind: this.#kind,
      } satisfies ReportParams);
      if (report === null) return { message: { type: 'failed', message: sharedTexts.noFolder }, places: [] };
      const { columns, rows, sortKeys, places } = report;
      return { message: { type: 'report', table: { columns, rows, sortKeys } }, places };
    } catch (error) {
      this.#log.error('The report could not be created.', error);
      return {
        message: { type: 'failed', message: texts.failed({ reason: messageOf(error) }) },
        places: [],
      };
    }
  }

  async #take(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#show(this.#last);
        return;
      case 'refresh':
        await this.refresh();
        return;
      case 'export':
        await exportReport(this.#server, { kind: this.#kind, format: message.format });
        return;
      case 'open':
        await openBeside(this.#places[message.row]);
    }
  }

  #show(message: ToPanel): void {
    this.#last = message;
    void this.#panel.webview.postMessage(message);
  }
}

/** Rows without a page only show a message. */
async function openBeside(place: ReportPlace | null | undefined): Promise<void> {
  if (place === null || place === undefined) {
    void window.setStatusBarMessage(texts.rowWithoutPage, 3000);
    return;
  }
  try {
    const selection = new Range(place.line, 0, place.line, 0);
    await window.showTextDocument(Uri.parse(place.uri), { viewColumn: ViewColumn.Beside, selection });
  } catch (error) {
    void window.showErrorMessage(texts.pageNotOpened({ reason: messageOf(error) }));
  }
}
