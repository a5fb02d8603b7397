import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { startServer, type ServerEnvironment } from '../../server/src/lsp/index.js';

const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;

/** A server that nobody has initialized. */
function newServer(environment: Partial<ServerEnvironment> = {}): MessageConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    today: () => '2026-11-21',
    version: '0.0.0',
    ...environment,
  });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onRequest(() => null);
  client.listen();
  return client;
}

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };
const HOVER = { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } };

test('requests before initialize, a second initialize and requests after shutdown are rejected', async () => {
  const client = newServer();
  await assert.rejects(client.sendRequest('textDocument/hover', HOVER), { code: NOT_INITIALIZED });
  await assert.rejects(client.sendRequest('shutdown'), { code: NOT_INITIALIZED });
  await client.sendRequest('initialize', INITIALIZE);
  await assert.rejects(client.sendRequest('initialize', INITIALIZE), { code: INVALID_REQUEST });
  assert.equal(await client.sendRequest('textDocument/hover', HOVER), null);
  await assert.rejects(client.sendRequest('textDocument/unheard'), { code: METHOD_NOT_FOUND });
  await client.sendRequest('shutdown');
  await assert.rejects(client.sendRequest('textDocument/hover', HOVER), { code: INVALID_REQUEST });
  await assert.rejects(client.sendRequest('shutdown'), { code: INVALID_REQUEST });
  await assert.rejects(client.sendRequest('initialize', INITIALIZE), { code: INVALID_REQUEST });
  client.dispose();
});

test("an empty root isn't a folder", async () => {
  const listed: string[] = [];
  const host = {
    readText: () => Promise.resolve(undefined),
    listFiles: (folder: string) => {
      listed.push(folder);
      return Promise.resolve({ uris: [], unlisted: [] });
    },
  };
  const client = newServer({ host });
  await client.sendRequest('initialize', { ...INITIALIZE, rootUri: '' });
  assert.equal(await client.sendRequest('playbook/checkWorkspace', {}), null);
  assert.deepEqual(listed, []);
  client.dispose();
});
