import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connectionOptions, startServer, type ServerEnvironment } from '../../server/src/lsp/index.js';
import { otherReason } from '../../server/src/shared/unread-reasons.js';
import { ownCache } from './own-cache.js';
import { PATIENCE } from './patience.js';

/** All that our own client in VS Code can do, as far as the server looks at it. */
export const FULL_CLIENT: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A client that can do next to nothing. */
export const POOR_CLIENT: ClientCapabilities = {};

export interface ClientSetup {
  /** The language of the editor, a BCP 47 tag. */
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[] | null;
  /** What `playbook/readFile` answers from, by URI. */
  readonly files?: Map<string, string>;
  /** The files that exist but can't be read, by URI, with the reason. */
  readonly unreadable?: Map<string, string>;
  /** `playbook/listFiles` answers when it resolves. */
  readonly listing?: Promise<void>;
  /** What `workspace/configuration` answers. */
  readonly settings?: (item: unknown) => unknown;
  /** More of the `initialize` request. */
  readonly params?: Partial<InitializeParams>;
  /** Why the editor refuses the edits that the server sends; by default, it makes them. */
  readonly readOnly?: string;
}

export const TODAY = '2026-11-21';

/** An editor for tests: one server, and what it has said so far. */
export class TestClient {
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  readonly requests: { readonly method: string; readonly params: unknown }[] = [];
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly texts = new Map<string, TextDocument>();
  readonly #connection: ProtocolConnection;
  readonly #process: ChildProcessWithoutNullStreams | undefined;
  readonly #waiting: (() => void)[] = [];
  result: InitializeResult | undefined;

  private constructor(connection: ProtocolConnection, child?: ChildProcessWithoutNullStreams) {
    this.#connection = connection;
    this.#process = child;
  }

  /** A server in this process, over two joined streams. */
  static async inMemory(setup: ClientSetup = {}, environment: Partial<ServerEnvironment> = {}): Promise<TestClient> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), connectionOptions), {
      today: () => TODAY,
      version: '0.0.0',
      docs: 'file:///docs/',
      ...environment,
    });
    const client = new TestClient(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
    await client.#start(setup);
    return client;
  }

  /** The server that ships, in a process of its own. */
  static async overStdio(
    server: string,
    setup: ClientSetup = {},
    environment: Readonly<Record<string, string>> = { LC_ALL: 'C' },
  ): Promise<TestClient> {
    const child = spawn(process.execPath, [server, '--stdio'], {
      env: { ...process.env, ...ownCache(), ...environment },
    });
    const client = new TestClient(
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      child,
    );
    await client.#start(setup);
    return client;
  }

  async #start({
    locale,
    capabilities = FULL_CLIENT,
    initializationOptions = { readFile: true },
    folders = ['file:///site'],
    files = new Map(),
    unreadable = new Map(),
    listing,
    settings = () => null,
    params: more = {},
    readOnly,
  }: ClientSetup): Promise<void> {
    // The protocol's own type has no handler for every method at once.
    const connection = this.#connection as unknown as MessageConnection;
    connection.onRequest(async (method, params) => {
      this.requests.push({ method, params });
      this.#wake();
      if (method === 'playbook/readFile') {
        const { uri } = params as { uri: string };
        const reason = unreadable.get(uri);
        return reason === undefined
          ? { text: files.get(uri) ?? null }
          : { text: null, unread: otherReason(reason), hasFailed: true };
      }
      if (method === 'playbook/listFiles') {
        await listing;
        return { uris: [...files.keys()].filter((uri) => uri.startsWith((params as { folder: string }).folder)) };
      }
      if (method === 'workspace/configuration') return (params as { items: unknown[] }).items.map(settings);
      if (method === 'workspace/applyEdit')
        return readOnly === undefined
          ? this.#applied((params as ApplyWorkspaceEditParams).edit)
          : { applied: false, failureReason: readOnly };
      return null;
    });
    connection.onNotification((method, params) => {
      this.notifications.push({ method, params });
      if (method === 'textDocument/publishDiagnostics')
        this.published.set((params as PublishDiagnosticsParams).uri, params as PublishDiagnosticsParams);
      this.#wake();
    });
    connection.onUnhandledProgress((params) => this.notifications.push({ method: '$/progress', params }));
    connection.listen();
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
      ...(locale !== undefined && { locale }),
      ...(folders !== null && { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) }),
      ...more,
    } as InitializeParams;
    this.result = await connection.sendRequest<InitializeResult>('initialize', params);
    await connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the only occurrence of `from`, as typing would. UTF-16 clients only. */
  async replace(uri: string, from: string, to: string): Promise<void> {
    const document = this.#document(uri);
    const start = document.getText().indexOf(from);
    if (start === -1) throw new Error(`"${from}" is not in ${uri}`);
    await this.change(uri, [
      { range: { start: document.positionAt(start), end: document.positionAt(start + from.length) }, text: to },
    ]);
  }

  async change(uri: string, contentChanges: readonly { range?: Range; text: string }[]): Promise<void> {
    const document = this.#document(uri);
    const version = document.version + 1;
    this.texts.set(uri, TextDocument.update(document, [...contentChanges] as never, version));
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  text(uri: string): string {
    return this.#document(uri).getText();
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async problems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  /** Makes the edits of an action, as an editor would. Checks the version where there is one. */
  async apply(uri: string, edit: WorkspaceEdit | undefined): Promise<void> {
    const document = this.#document(uri);
    const text = TextDocument.applyEdits(document, this.editsOf(edit, uri));
    await this.change(uri, [{ text }]);
  }

  /** Makes the edits that the server sent, each for its version. */
  async #applied(edit: WorkspaceEdit): Promise<ApplyWorkspaceEditResult> {
    const uris = [
      ...Object.keys(edit.changes ?? {}),
      ...(edit.documentChanges ?? []).flatMap((change) => ('textDocument' in change ? change.textDocument.uri : [])),
    ];
    for (const uri of uris) await this.apply(uri, edit);
    return { applied: true };
  }

  editsOf(edit: WorkspaceEdit | undefined, uri: string): TextEdit[] {
    for (const change of edit?.documentChanges ?? []) {
      if (!('textDocument' in change) || change.textDocument.uri !== uri) continue;
      if (change.textDocument.version !== this.#document(uri).version)
        throw new Error('The edit is for another version');
      return change.edits as TextEdit[];
    }
    return edit?.changes?.[uri] ?? [];
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.#connection.sendNotification(method, params as object);
  }

  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    return token === undefined
      ? this.#connection.sendRequest<Result>(method, params as object)
      : this.#connection.sendRequest<Result>(method, params as object, token);
  }

  /** Waits until `ask` gives something, looked at after every message. */
  async until<T>(what: string, ask: () => T | undefined | false): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const answer = ask();
      if (answer !== undefined && answer !== false) return answer;
      if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 100);
        this.#waiting.push(() => {
          clearTimeout(timer);
          done();
        });
      });
    }
  }

  said(method: string): unknown[] {
    return this.notifications.filter((notification) => notification.method === method).map(({ params }) => params);
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    if (this.#process === undefined) {
      this.#connection.dispose();
      return;
    }
    const ended = new Promise<void>((done) => this.#process?.on('exit', () => done()));
    await this.notify('exit', undefined);
    await ended;
  }

  #document(uri: string): TextDocument {
    const document = this.texts.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  #wake(): void {
    for (const done of this.#waiting.splice(0)) done();
  }
}
