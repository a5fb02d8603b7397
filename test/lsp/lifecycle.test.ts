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
import { connectionOptions, startServer, type ServerEnvironment } from '../../server/src/lsp/index.js';

const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;

/** A server that nobody has initialized. */
function newServer(environment: Partial<ServerEnvironment> = {}): MessageConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), connectionOptions), {
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

/** The folders that a server lists when a client starts it with `root`. */
async function foldersListed(root: object): Promise<string[]> {
  const listed: string[] = [];
  const host = {
    readText: () => Promise.resolve(undefined),
    listFiles: (folder: string) => {
      listed.push(folder);
      return Promise.resolve({ uris: [], unlisted: [] });
    },
  };
  const client = newServer({ host });
  await client.sendRequest('initialize', { ...INITIALIZE, ...root });
  await client.sendRequest('playbook/checkWorkspace', {});
  client.dispose();
  return listed;
}

test("an empty root isn't a folder", async () => {
  assert.deepEqual(await foldersListed({ rootUri: '' }), []);
  assert.deepEqual(await foldersListed({ rootPath: '' }), []);
});

test('a root that is only a path is a folder (Helix without a repository)', async () => {
  const helix = { rootUri: null, workspaceFolders: [], rootPath: '/two words' };
  assert.deepEqual(await foldersListed(helix), ['file:///two%20words']);
  assert.deepEqual(await foldersListed({ ...helix, rootUri: 'file:///other', workspaceFolders: null }), [
    'file:///other',
  ]);
});
