import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { root } from '../support/project.js';

const PAGE = 'file:///bench/page.md';

/** The language server in a process of its own, asked the way an editor asks. */
export class ServerClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #uri: string;
  #version = 1;

  private constructor(process: ChildProcess, connection: MessageConnection, uri: string) {
    this.#process = process;
    this.#connection = connection;
    this.#uri = uri;
  }

  /** `server`: its file and arguments; ours when left out. `folder`: the URI of the workspace. `uri`: the page. */
  static async start(
    server: readonly string[] = [join(root, 'dist/node/server.js')],
    { folder = null, uri = PAGE }: { readonly folder?: string | null; readonly uri?: string } = {},
  ): Promise<ServerClient> {
    const child = spawn(process.execPath, [...server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    return new ServerClient(child, connection, uri);
  }

  async open(text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId: 'markdown', version: this.#version, text },
    });
  }

  async close(): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.#uri } });
  }

  /** Types `text` at a place, and waits for the problems of the page. */
  async typeAndPull(line: number, character: number, text: string): Promise<number> {
    const position = { line, character };
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
    return this.pull();
  }

  /** Replaces the page, and waits for its problems. */
  async replaceAll(text: string): Promise<number> {
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ text }],
    });
    return this.pull();
  }

  /** How many problems the page has now. */
  async pull(): Promise<number> {
    const report = await this.#connection.sendRequest<{ items?: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.#uri },
    });
    return report.items?.length ?? 0;
  }

  /** Asks about the page. */
  ask<Answer>(method: string, params: object): Promise<Answer> {
    return this.#connection.sendRequest<Answer>(method, { textDocument: { uri: this.#uri }, ...params });
  }

  /** Resident memory of the server, in megabytes; `undefined` where the system does not tell. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
    this.#process.kill();
  }
}
