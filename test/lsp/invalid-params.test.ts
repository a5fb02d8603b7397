/** What the server answers to requests with parameters of a wrong type, which the library doesn't check. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { connectionOptions, startServer } from '../../server/src/lsp/index.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const INVALID_PARAMS = -32602;
const PAGE = 'file:///a.md';

function newServer(): MessageConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), connectionOptions), {
    today: () => '2026-11-21',
    version: '0.0.0',
  });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onRequest(() => null);
  client.listen();
  return client;
}

describe('initialize', () => {
  for (const [field, value] of [
    ['workspaceFolders', 5],
    ['workspaceFolders', [{ uri: 7 }]],
    ['workspaceFolders', [null]],
    ['rootUri', {}],
    ['rootPath', 3],
    ['capabilities', 'all'],
  ] as const) {
    test(`rejects ${field}: ${JSON.stringify(value)}, and can be sent again`, async () => {
      const client = newServer();
      await assert.rejects(client.sendRequest('initialize', { capabilities: {}, [field]: value }), {
        code: INVALID_PARAMS,
        message: `Invalid params: "${field}" is of the wrong type`,
      });
      await client.sendRequest('initialize', { capabilities: {} });
      client.dispose();
    });
  }

  for (const params of [
    { capabilities: null },
    {},
    { capabilities: {}, locale: 7, workspaceFolders: null, rootUri: null, rootPath: null },
    { capabilities: { textDocument: 5, workspace: null, general: { positionEncodings: 5 } } },
    {
      capabilities: {
        textDocument: { hover: { contentFormat: 1 }, completion: { completionItem: { documentationFormat: {} } } },
        workspace: { workspaceEdit: { resourceOperations: 'all' } },
      },
    },
  ]) {
    test(`ignores what it can do without: ${JSON.stringify(params)}`, async () => {
      const client = newServer();
      const { capabilities } = await client.sendRequest<{ capabilities: object }>('initialize', params);
      assert.ok('hoverProvider' in capabilities);
      client.dispose();
    });
  }
});

describe('a request', () => {
  async function running(): Promise<MessageConnection> {
    const client = newServer();
    await client.sendRequest('initialize', { capabilities: {} });
    await client.sendNotification('initialized', {});
    return client;
  }

  const textDocument = { uri: PAGE };
  const position = { line: 0, character: 0 };
  for (const [method, params, field, what] of [
    ['textDocument/hover', {}, 'textDocument', 'missing'],
    ['textDocument/hover', { textDocument: 5, position }, 'textDocument', 'of the wrong type'],
    ['textDocument/completion', { textDocument }, 'position', 'missing'],
    ['textDocument/definition', { textDocument, position: { line: '1' } }, 'position', 'of the wrong type'],
    ['textDocument/references', { textDocument, position }, 'context', 'missing'],
    ['textDocument/rename', { textDocument, position, newName: 5 }, 'newName', 'of the wrong type'],
    ['textDocument/codeAction', { textDocument, range: { start: position } }, 'range', 'of the wrong type'],
    ['textDocument/selectionRange', { textDocument, positions: position }, 'positions', 'of the wrong type'],
    ['textDocument/documentSymbol', { textDocument: { uri: null } }, 'textDocument', 'of the wrong type'],
    ['workspace/symbol', {}, 'query', 'missing'],
    ['workspace/executeCommand', { command: null }, 'command', 'of the wrong type'],
    ['workspace/willRenameFiles', { files: [{ oldUri: PAGE }] }, 'files', 'of the wrong type'],
    ['playbook/taskPreview', {}, 'uri', 'missing'],
    ['playbook/edit', { uri: PAGE, range: null, command: 'sortTasks' }, 'range', 'of the wrong type'],
  ] as const) {
    test(`names the wrong field: ${method}, ${JSON.stringify(params)}`, async () => {
      const client = await running();
      await assert.rejects(client.sendRequest(method, params), {
        code: INVALID_PARAMS,
        message: `Invalid params: "${field}" is ${what}`,
      });
      client.dispose();
    });
  }

  test('without parameters is answered in the same way', async () => {
    const client = await running();
    await assert.rejects(client.sendRequest('playbook/taskPreview'), { code: INVALID_PARAMS });
    assert.equal(await client.sendRequest('playbook/workspaceRead'), false);
    client.dispose();
  });

  test('for all problems needs no previous results', async () => {
    const client = await running();
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: PAGE, languageId: 'markdown', version: 1, text: playbookWith(GOOD_ROW) },
    });
    for (const params of [{}, { previousResultIds: null }, { previousResultIds: [null, 5] }]) {
      const { items } = await client.sendRequest<{ items: { uri: string }[] }>('workspace/diagnostic', params);
      assert.deepEqual(
        items.map(({ uri }) => uri),
        [PAGE],
        JSON.stringify(params),
      );
    }
    client.dispose();
  });
});
