import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { LineMap } from '../../server/src/core/index.js';
import { cacheIn, ownCache } from '../support/own-cache.js';
import { root } from '../support/project.js';
import { memoryOf } from './process-memory.js';

/** A language server and what it needs from an editor. */
export interface LanguageServer {
  readonly command: string;
  readonly args: readonly string[];
  readonly initializationOptions?: unknown;
  /** More variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Sent as a change of the configuration. */
  readonly settings?: unknown;
  /** What it asks its client for, beyond the protocol. `text` is the open page. */
  readonly answers?: Readonly<Record<string, (params: never, text: string) => unknown>>;
}

const COMMAND = { command: process.execPath, args: [join(root, 'dist/node/server.js'), '--stdio'] };

/** The one of this project. It keeps nothing for its next session. */
export const OURS: LanguageServer = { ...COMMAND, initializationOptions: { settings: { cache: false } } };

/** The same, but it keeps facts for its next session in this folder. */
export function oursWithCache(folder: string): LanguageServer {
  return { ...COMMAND, env: cacheIn(folder) };
}

/** A place in a page. */
export interface Caret {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export function caretAt(text: string, offset: number): Caret {
  return { offset, ...LineMap.of(text).lineColumnAt(offset) };
}

/** The folder that the editor has open, and the page in it. */
export interface Opened {
  readonly folderUri: string;
  readonly pageUri: string;
}

/** In milliseconds. */
const LONGEST_FAREWELL = 5_000;
const ALONE = { folderUri: null, pageUri: 'file:///bench/page.md' };
/** The protocol's name for servers that take whole texts. */
const FULL = 1;

/** A language server in a process of its own, asked the way an editor asks. */
export class ServerClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #pageUri: string;
  #takesWholeTexts = false;
  #version = 1;
  readonly #text = new TypedText('');

  private constructor(process: ChildProcess, pageUri: string) {
    const { stdin, stdout } = process;
    if (stdin === null || stdout === null) throw new Error('The server has no pipes');
    this.#process = process;
    this.#pageUri = pageUri;
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  static async start(server: LanguageServer = OURS, opened: Opened | typeof ALONE = ALONE): Promise<ServerClient> {
    const child = spawn(server.command, [...server.args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...ownCache(), ...server.env },
    });
    const client = new ServerClient(child, opened.pageUri);
    await client.#initialize(server, opened.folderUri);
    return client;
  }

  async #initialize(
    { answers = {}, settings, initializationOptions }: LanguageServer,
    folderUri: string | null,
  ): Promise<void> {
    const connection = this.#connection;
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh'])
      connection.onRequest(method, () => null);
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    for (const [method, answer] of Object.entries(answers))
      connection.onRequest(method, (params: never) => answer(params, this.#text.whole()));
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folderUri,
      workspaceFolders: folderUri === null ? null : [{ uri: folderUri, name: 'bench' }],
      initializationOptions,
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } },
        workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
      },
    });
    const sync = capabilities.textDocumentSync;
    this.#takesWholeTexts = (typeof sync === 'object' ? sync.change : sync) === FULL;
    await connection.sendNotification('initialized', {});
    if (settings !== undefined) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }

  async open(text: string): Promise<void> {
    this.#text.replace(text);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#pageUri, languageId: 'markdown', version: this.#version, text },
    });
  }

  async close(): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.#pageUri } });
  }

  /** Types `text` at a place, and waits for the problems of the page. */
  async typeAndPull(caret: Caret, text: string): Promise<number> {
    const { offset, line, column } = caret;
    const position = { line, character: column };
    this.#text.insert(offset, text);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#pageUri, version: ++this.#version },
      contentChanges: [
        this.#takesWholeTexts ? { text: this.#text.whole() } : { range: { start: position, end: position }, text },
      ],
    });
    return this.pull();
  }

  /** Replaces the page, and waits for its problems. */
  async replaceAll(text: string): Promise<number> {
    this.#text.replace(text);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#pageUri, version: ++this.#version },
      contentChanges: [{ text }],
    });
    return this.pull();
  }

  /** How many problems the page has now. */
  async pull(): Promise<number> {
    const report = await this.ask<{ items?: unknown[] }>('textDocument/diagnostic', {});
    return report.items?.length ?? 0;
  }

  /** Until the server has read all pages of the folder: only then it can tell who refers to something. */
  async indexed(): Promise<void> {
    await this.ask('textDocument/references', {
      position: { line: 0, character: 0 },
      context: { includeDeclaration: true },
    });
  }

  /** Asks about the page. */
  ask<Answer>(method: string, params: object): Promise<Answer> {
    return this.#connection.sendRequest<Answer>(method, { textDocument: { uri: this.#pageUri }, ...params });
  }

  /** Resident memory of the server, in bytes; `undefined` where the system does not tell. */
  memory(): number | undefined {
    return memoryOf(this.#process.pid ?? 0, 'VmRSS');
  }

  /** Asks the server to leave. One that doesn't answer is ended all the same: rumdl 0.2.75 sometimes waits for ever. */
  async stop(): Promise<void> {
    const connection = this.#connection;
    const left = connection.sendRequest('shutdown').then(() => connection.sendNotification('exit'));
    await Promise.race([left, setTimeout(LONGEST_FAREWELL, undefined, { ref: false })]);
    left.catch(() => undefined);
    connection.dispose();
    this.#process.kill();
  }
}

/**
 * The page in the editor. It is put together only for a server that takes whole texts: an editor doesn't do that at each
 * letter, and for a long page it takes longer than the protocol.
 */
class TypedText {
  #text: string;
  #inserted: { readonly offset: number; readonly text: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  replace(text: string): void {
    this.#text = text;
    this.#inserted = [];
  }

  insert(offset: number, text: string): void {
    this.#inserted.push({ offset, text });
  }

  whole(): string {
    for (const { offset, text } of this.#inserted.splice(0))
      this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset);
    return this.#text;
  }
}

interface InitializeResult {
  readonly capabilities: { readonly textDocumentSync?: number | { readonly change?: number } };
}
