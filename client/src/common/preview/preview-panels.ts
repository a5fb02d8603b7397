import {
  Disposable,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Event,
  type LogOutputChannel,
  type TextEditor,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import type { ChangedPages } from '../../../../server/src/protocol';
import { onDidChangeLocale } from '../locale';
import type { OpenPlaybooks } from '../open-playbooks';
import { onDidChangeReadOnlySettings } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import { webviewOptions } from '../webview/webview-page';
import { LineHistory } from './line-history';
import { savedStateOf } from '../../../webviews/preview/protocol/messages';
import { PreviewPanel, type PanelStart } from './preview-panel';
import { Rest } from './rest';

/** VS Code uses this id to restore a panel: see activationEvents. */
const VIEW_TYPE = 'playbook.preview';
/** In milliseconds: how long nothing must change before a page or the workspace is read again. */
const PAGE_REST = 150;
const WORKSPACE_REST = 1500;

/** What the panels show. */
export interface PreviewedPages {
  readonly playbooks: OpenPlaybooks;
  /** The server read other text of files. It never knows less than it reports, so what is read then is up to date. */
  readonly onDidChange: Event<ChangedPages>;
}

/** The open task previews: one that follows the active playbook, those locked to a page, and one for the workspace. */
export class PreviewPanels implements Disposable, WebviewPanelSerializer {
  readonly #extensionUri: Uri;
  readonly #server: ServerLifecycle;
  readonly #pages: PreviewedPages;
  readonly #log: LogOutputChannel;
  readonly #open = new Set<PreviewPanel>();
  /** The playbook that was active last. */
  #lastPage: Uri | undefined;
  /** Created only while a preview is open, because it costs time. */
  #watching: Disposable | undefined;
  readonly #lines = new LineHistory();
  readonly #changedPages = new Set<string>();
  readonly #pageRest = new Rest(PAGE_REST, () => this.#updatePages());
  /** The pages that changed since the workspace was read. */
  readonly #changedInWorkspace = new Set<string>();
  readonly #workspaceRest = new Rest(WORKSPACE_REST, () => this.#updateWorkspace());
  readonly #subscriptions: Disposable;

  constructor(extensionUri: Uri, server: ServerLifecycle, pages: PreviewedPages, log: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#pages = pages;
    this.#log = log;
    this.#subscriptions = Disposable.from(
      this.#pageRest,
      this.#workspaceRest,
      window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      pages.playbooks.onDidChange(() => this.#follow(window.activeTextEditor)),
      pages.onDidChange(({ uris }) => this.#serverRead(uris)),
      server.onDidChange(() => this.#serverChanged()),
      onDidChangeLocale(() => this.#each((panel) => panel.showPage())),
    );
  }

  /** Shows the preview of the active page, and opens it to the side if necessary. */
  show(): void {
    const editor = window.activeTextEditor;
    const uri = editor?.document.uri;
    const panel =
      this.#panelFor(uri) ??
      this.#create({ uri: uri?.toString() ?? '', isLocked: false, scope: 'page', view: 'tasks' }, ViewColumn.Beside);
    if (uri !== undefined && panel.follows) panel.setPage(uri);
    panel.reveal(editor?.selection.active.line ?? null);
  }

  /** Shows the tasks of all playbooks. */
  showWorkspace(): void {
    const known = [...this.#open].find(({ scope }) => scope === 'workspace');
    const panel =
      known ??
      this.#create(
        { uri: this.#lastPage?.toString() ?? '', isLocked: false, scope: 'workspace', view: 'tasks' },
        ViewColumn.Active,
      );
    panel.reveal(null);
  }

  /** The panel that has the focus, or else the only panel. */
  get active(): PreviewPanel | undefined {
    const panels = [...this.#open];
    return panels.find(({ isActive }) => isActive) ?? (panels.length === 1 ? panels[0] : undefined);
  }

  /** The window was reloaded with the panel in it. */
  deserializeWebviewPanel(panel: WebviewPanel, stored: unknown): Promise<void> {
    panel.webview.options = webviewOptions(this.#extensionUri, 'preview');
    this.#adopt(panel, savedStateOf(stored));
    return Promise.resolve();
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#subscriptions.dispose();
  }

  #watch(): Disposable {
    const files = workspace.createFileSystemWatcher('**/*.md');
    return Disposable.from(
      files,
      files.onDidChange((uri) => this.#pageChanged(uri.toString())),
      files.onDidCreate((uri) => this.#pageChanged(uri.toString())),
      files.onDidDelete((uri) => this.#pageChanged(uri.toString())),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) =>
        this.#caretMoved(textEditor, first?.active.line),
      ),
      workspace.onDidChangeTextDocument((event) => {
        this.#lines.changed(event);
        if (event.contentChanges.length > 0) this.#documentChanged(event.document.uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#documentChanged(uri)),
      workspace.onDidRenameFiles(({ files: renamed }) =>
        renamed.forEach(({ oldUri, newUri }) => this.#renamed(oldUri, newUri)),
      ),
      onDidChangeReadOnlySettings(() => this.#each((panel) => panel.pageChanged())),
      languages.onDidChangeDiagnostics(({ uris }) => this.#problemsChanged(uris)),
    );
  }

  #create(start: PanelStart, column: ViewColumn): PreviewPanel {
    return this.#adopt(
      window.createWebviewPanel(VIEW_TYPE, '', column, webviewOptions(this.#extensionUri, 'preview')),
      start,
    );
  }

  #adopt(webview: WebviewPanel, start: PanelStart): PreviewPanel {
    const panel = new PreviewPanel(webview, this.#extensionUri, start, this.#server, this.#lines, this.#log);
    this.#open.add(panel);
    this.#watching ??= this.#watch();
    webview.onDidDispose(() => this.#closed(panel));
    return panel;
  }

  #closed(panel: PreviewPanel): void {
    this.#open.delete(panel);
    if (this.#open.size > 0) return;
    this.#watching?.dispose();
    this.#watching = undefined;
  }

  /**
   * Prefers a panel that is locked to the page over the one that follows. Without a page, the panel that was used last.
   */
  #panelFor(uri: Uri | undefined): PreviewPanel | undefined {
    const ofPages = [...this.#open].filter(({ scope }) => scope === 'page');
    if (uri === undefined) return this.active ?? ofPages[0];
    return ofPages.find((panel) => panel.isOf(uri)) ?? ofPages.find(({ follows }) => follows);
  }

  #follow(editor: TextEditor | undefined): void {
    const uri = editor?.document.uri;
    if (uri === undefined || this.#pages.playbooks.isPlaybook(uri) !== true) return;
    this.#lastPage = uri;
    this.#each((panel) => {
      if (panel.follows) panel.setPage(uri);
    });
  }

  #caretMoved({ document }: TextEditor, line: number | undefined): void {
    if (line === undefined) return;
    this.#each((panel) => {
      if (panel.isOf(document.uri)) panel.caretMoved(line);
    });
  }

  #serverChanged(): void {
    if (this.#server.status !== 'running') return;
    this.#each((panel) => panel.allChanged());
  }

  /** `null`: the configuration changed, so all pages may look different. */
  #serverRead(uris: readonly string[] | null): void {
    if (uris === null) this.#each((panel) => panel.allChanged());
    for (const uri of uris ?? []) {
      this.#pageChanged(uri);
      this.#workspaceChanged(uri);
    }
  }

  #problemsChanged(uris: readonly Uri[]): void {
    for (const uri of uris) this.#pageChanged(uri.toString());
    if (uris.some(isMarkdown)) this.#workspaceRest.start();
  }

  /** The server knows the text of a document before it answers the next request. */
  #documentChanged(uri: Uri): void {
    this.#pageChanged(uri.toString());
    if (isMarkdown(uri)) this.#workspaceChanged(uri.toString());
  }

  #pageChanged(uri: string): void {
    this.#changedPages.add(uri);
    this.#pageRest.start();
  }

  #workspaceChanged(uri: string): void {
    this.#changedInWorkspace.add(uri);
    this.#workspaceRest.start();
  }

  /** Reading the workspace again also updates its problems. */
  #updateWorkspace(): void {
    const changed = [...this.#changedInWorkspace];
    this.#changedInWorkspace.clear();
    this.#each((panel) => (changed.length === 0 ? panel.problemsChanged() : panel.filesChanged(changed)));
  }

  #updatePages(): void {
    const changed = new Set(this.#changedPages);
    this.#changedPages.clear();
    this.#each((panel) => {
      if (panel.uri !== undefined && changed.has(panel.uri.toString())) panel.pageChanged();
    });
  }

  /** A page, or one of its folders, was renamed. */
  #renamed(from: Uri, to: Uri): void {
    this.#each((panel) => {
      const page = panel.uri?.toString();
      const isWithin = page === from.toString() || page?.startsWith(`${from.toString()}/`) === true;
      if (page !== undefined && isWithin) panel.setPage(Uri.parse(to.toString() + page.slice(from.toString().length)));
    });
  }

  #each(tell: (panel: PreviewPanel) => void): void {
    for (const panel of [...this.#open]) tell(panel);
  }
}

function isMarkdown({ path }: Uri): boolean {
  return path.toLowerCase().endsWith('.md');
}
