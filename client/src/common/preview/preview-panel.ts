import {
  CancellationTokenSource,
  commands,
  Uri,
  type CancellationToken,
  type LogOutputChannel,
  type WebviewPanel,
} from 'vscode';
import { nameOf } from '../documents';
import { messageOf } from '../report/message-of';
import type { ServerLifecycle } from '../server-lifecycle';
import { webviewHtml } from '../webview/webview-page';
import { exportTasks, type TaskExport } from './export-tasks';
import { importTasks } from './import-tasks';
import { withKnownProblems } from './known-problems';
import type { LineHistory } from './line-history';
import {
  fromPreview,
  type FromPreview,
  type SavedState,
  type TasksMessage,
  type ToPreview,
} from '../../../webviews/preview/protocol/messages';
import { PageActions, type Shown } from './page-actions';
import { readPreview, untilWorkspaceRead } from './preview-reader';
import { visibleEditorOf } from './show-row';
import { defineTexts } from '../texts';

const texts = defineTexts('preview-panel', {
  allTasks: { text: 'All Tasks', note: 'The title of a tab that shows the tasks of the workspace.' },
  tasks: { text: 'Tasks', note: 'The title of a tab that will show the tasks of a page.' },
  tasksOf: { text: 'Tasks: {file}', note: 'The title of a tab that shows the tasks of a page.' },
  failed: 'The tasks could not be read: {reason}',
});

/** The initial state of a panel. Its page keeps the rest. */
export type PanelStart = Pick<SavedState, 'uri' | 'isLocked' | 'scope' | 'view'>;

/** In milliseconds. Shorter reads aren't announced. */
const LATE = 300;

/**
 * A task preview: reads the data and sends it to the page in the panel. VS Code discards that page while it is hidden.
 * When it is shown again, it reports that it is ready, and everything is read again.
 */
export class PreviewPanel {
  readonly #panel: WebviewPanel;
  readonly #extensionUri: Uri;
  readonly #server: ServerLifecycle;
  readonly #log: LogOutputChannel;
  /** The page of the panel, or its page before it showed the workspace. */
  uri: Uri | undefined;
  scope: PanelStart['scope'];
  view: PanelStart['view'];
  #isLocked: boolean;
  /** Whether the page in the panel is ready for messages. */
  #isReady = false;
  /** The displayed preview, which row indices refer to. */
  #shown: Shown | undefined;
  /** As sent by the server, without what VS Code knows. */
  #tasks: TasksMessage | undefined;
  /** Whether the problems of all pages are known. */
  #isChecked = false;
  /** Only the latest request counts. */
  #reading: CancellationTokenSource | undefined;
  /** A line to go to as soon as it is displayed. */
  #awaited: { readonly line: number | null } | undefined;
  readonly #actions: PageActions;

  constructor(
    panel: WebviewPanel,
    extensionUri: Uri,
    start: PanelStart,
    server: ServerLifecycle,
    lines: LineHistory,
    log: LogOutputChannel,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#log = log;
    this.uri = start.uri === '' ? undefined : Uri.parse(start.uri);
    this.#isLocked = start.isLocked;
    this.scope = start.scope;
    this.view = start.view;
    this.#actions = new PageActions(
      panel,
      server,
      lines,
      () => this.#shown,
      () => {
        if (this.#tasks !== undefined) this.#showTasks(this.#tasks);
      },
    );
    this.#extensionUri = extensionUri;
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.onDidDispose(() => this.#reading?.cancel());
    panel.webview.onDidReceiveMessage((sent: unknown) => {
      const message = fromPreview(sent);
      if (message !== undefined) void this.#take(message);
    });
    this.showPage();
  }

  /** Loads the page in the panel, with the texts of the current language. It reports when it is ready. */
  showPage(): void {
    this.#isReady = false;
    this.#panel.title = this.#title();
    this.#panel.webview.html = webviewHtml(this.#panel.webview, this.#extensionUri, {
      name: 'preview',
      title: this.#panel.title,
      data: { scope: this.scope, view: this.view },
    });
  }

  /** Whether the panel shows the page that became active, if it shows a page. */
  get follows(): boolean {
    return !this.#isLocked;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  isOf(uri: Uri): boolean {
    return this.uri?.toString() === uri.toString();
  }

  setPage(uri: Uri): void {
    if (this.isOf(uri)) return;
    this.uri = uri;
    this.#panel.title = this.#title();
    if (this.scope === 'page') void this.#refresh();
  }

  toggleLock(): void {
    this.#isLocked = !this.#isLocked;
    this.#post({ type: 'locked', isLocked: this.#isLocked });
  }

  /** Shows the panel, and moves the focus to the row of the line or to where it was. */
  reveal(line: number | null): void {
    this.#panel.reveal(undefined, false);
    if (this.#isReady && this.#shown !== undefined) this.#post({ type: 'focus', line });
    else this.#awaited = { line };
  }

  caretMoved(line: number): void {
    if (this.scope === 'page') this.#post({ type: 'caret', line });
  }

  /** The page, or information about it, changed. */
  pageChanged(): void {
    if (this.scope === 'page') void this.#refresh();
  }

  /** Files of the workspace changed. Those of other pages change what is known about the tasks of this page. */
  filesChanged(uris: readonly string[]): void {
    const page = this.uri?.toString();
    if (this.scope === 'workspace' || this.view === 'languages' || uris.some((uri) => uri !== page))
      void this.#refresh();
  }

  /** The server was started again, or the configuration changed. */
  allChanged(): void {
    void this.#refresh();
  }

  /** VS Code shows different problems. */
  problemsChanged(): void {
    if (this.#isReady && this.#tasks?.preview.hasAllProblems === false) this.#showTasks(this.#tasks);
  }

  async export(choice: Partial<TaskExport>): Promise<void> {
    if (this.#shown === undefined) return;
    this.#say(await exportTasks(this.#server, this.#shown.preview, choice));
  }

  async import(file: Uri | undefined): Promise<void> {
    const uri = this.scope === 'page' ? (this.uri?.toString() ?? null) : null;
    this.#say(await importTasks(this.#server, this.#log, { ...(file !== undefined && { file }), uri }));
  }

  async #refresh(): Promise<void> {
    if (!this.#isReady) return;
    this.#reading?.cancel();
    const reading = new CancellationTokenSource();
    const isLatest = (): boolean => reading === this.#reading;
    this.#reading = reading;
    const announcing = setTimeout(() => this.#post({ type: 'loading', done: null, total: null }), LATE);
    try {
      const messages = await readPreview(this.#server, this, reading.token, ({ done, total }) => {
        if (isLatest()) this.#post({ type: 'loading', done, total });
      });
      if (isLatest()) for (const message of messages) this.#show(message);
      if (isLatest() && messages.some(isWithoutWorkspace)) void this.#refreshWhenRead(reading);
    } catch (error) {
      if (isLatest()) this.#failed(error, reading.token);
    } finally {
      clearTimeout(announcing);
    }
  }

  /** A page is shown at once. What the workspace knows about its tasks follows as soon as the workspace has been read. */
  async #refreshWhenRead(reading: CancellationTokenSource): Promise<void> {
    try {
      if ((await untilWorkspaceRead(this.#server, reading.token)) && reading === this.#reading) await this.#refresh();
    } catch (error) {
      this.#log.debug('The workspace could not be read.', error);
    }
  }

  #failed(error: unknown, { isCancellationRequested }: CancellationToken): void {
    if (isCancellationRequested) {
      this.#post({ type: 'nothing', reason: 'cancelled', file: '' });
      return;
    }
    this.#log.error('The task preview could not be read.', error);
    this.#post({ type: 'failed', message: texts.failed({ reason: messageOf(error) }) });
  }

  #show(message: ToPreview): void {
    if (message.type === 'tasks') this.#showTasks(message);
    else this.#post(message);
    if (message.type === 'languages' && this.#shown !== undefined)
      this.#shown = { ...this.#shown, versions: message.versions };
  }

  #showTasks(message: TasksMessage): void {
    this.#tasks = message;
    const preview = message.preview.hasAllProblems ? message.preview : withKnownProblems(message.preview);
    this.#shown = { preview, versions: undefined };
    const made = this.#actions.willShow(preview);
    this.#post({ ...message, preview, made, hasAllProblems: message.hasAllProblems || this.#isChecked });
    const editor = this.uri && visibleEditorOf(this.uri);
    if (editor !== undefined) this.caretMoved(editor.selection.active.line);
    if (this.#awaited !== undefined) this.#post({ type: 'focus', ...this.#awaited });
    this.#awaited = undefined;
  }

  async #take(message: FromPreview): Promise<void> {
    try {
      await this.#carryOut(message);
    } catch (error) {
      this.#log.error('The task preview:', error);
      this.#post({ type: 'said', message: messageOf(error), isError: true });
    }
  }

  async #carryOut(message: FromPreview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#actions.reset();
        this.#post({ type: 'locked', isLocked: this.#isLocked });
        return;
      case 'show':
        this.scope = message.scope;
        this.view = message.view;
        this.#panel.title = this.#title();
        return this.#refresh();
      case 'refresh':
        return this.#refresh();
      case 'cancel':
        this.#reading?.cancel();
        return;
      case 'lock':
        this.#isLocked = message.isLocked;
        return;
      case 'export':
        return this.export(message);
      case 'import':
        return this.import(undefined);
      case 'check':
        await commands.executeCommand('playbook.checkWorkspace');
        this.#isChecked = true;
        return this.problemsChanged();
      default:
        return this.#sayIfAny(await this.#actions.take(message), true);
    }
  }

  #sayIfAny(message: string | undefined, isError: boolean): void {
    if (message !== undefined) this.#post({ type: 'said', message, isError });
  }

  #say(message: string | undefined): void {
    this.#sayIfAny(message, false);
  }

  #post(message: ToPreview): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  #title(): string {
    if (this.scope === 'workspace') return texts.allTasks;
    return this.uri === undefined ? texts.tasks : texts.tasksOf({ file: nameOf(this.uri) });
  }
}

function isWithoutWorkspace(message: ToPreview): boolean {
  return message.type === 'tasks' && message.preview.tasks === null;
}
