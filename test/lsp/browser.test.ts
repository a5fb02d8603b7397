import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { BAD_ROW, playbookWith } from '../support/pages.js';
import { FULL_CLIENT } from '../support/lsp-client.js';
import { root } from '../support/project.js';

const server = join(root, 'dist/browser/server.js');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** A web worker as far as the server needs one: messages and the web's own globals, nothing of Node. */
class FakeWorker {
  readonly said: Message[] = [];
  readonly #scope: { onmessage?: (event: { data: unknown }) => void } & Record<string, unknown>;
  #wake: () => void = () => {};

  constructor(script: string) {
    this.#scope = {
      postMessage: (message: Message) => {
        // As a real worker does: only what can be cloned gets through.
        this.said.push(structuredClone(message));
        this.#wake();
      },
      addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
        if (type === 'message') this.#scope.onmessage = listener;
      },
    };
    const globals = {
      TextDecoder,
      TextEncoder,
      URL,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      queueMicrotask,
      performance,
      console,
    };
    const context = createContext(Object.assign(this.#scope, globals));
    this.#scope['self'] = context;
    runInContext(readFileSync(script, 'utf8'), context, { filename: script });
  }

  send(message: object): void {
    this.#scope.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) });
  }

  async answerTo(id: number): Promise<unknown> {
    for (;;) {
      const answer = this.said.find((message) => message.id === id && message.method === undefined);
      if (answer !== undefined) return answer.result;
      await new Promise<void>((done) => (this.#wake = done));
    }
  }
}

test(
  'the server for browsers needs only the globals of a web worker',
  { skip: !existsSync(server) && 'dist/ is not built' },
  async () => {
    const worker = new FakeWorker(server);
    const uri = 'vscode-vfs://github/owner/pages/page.md';
    const { general, textDocument } = FULL_CLIENT;
    worker.send({
      id: 1,
      method: 'initialize',
      params: {
        processId: null,
        rootUri: null,
        capabilities: { general, textDocument, workspace: { diagnostics: { refreshSupport: true } } },
      },
    });
    assert.ok(await worker.answerTo(1));
    worker.send({ method: 'initialized', params: {} });
    worker.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text: playbookWith(BAD_ROW) } },
    });
    worker.send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    const report = (await worker.answerTo(2)) as { items: readonly { code: string }[] };
    assert.ok(report.items.some(({ code }) => code === 'task-mo-letter'));
  },
);
