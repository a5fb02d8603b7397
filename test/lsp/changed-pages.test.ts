import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangedPages } from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const A = 'file:///site/a.md';
const B = 'file:///site/b.md';
const METHOD = 'playbook/changedPages';

async function clientWith(files: Map<string, string>): Promise<TestClient> {
  const client = await TestClient.inMemory({ files });
  await client.request('playbook/workspaceTasks', {});
  return client;
}

const changed = (client: TestClient, uri: string, type: number): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

const next = (client: TestClient): Promise<ChangedPages> =>
  client.until('changed pages', () => client.said(METHOD).at(-1) as ChangedPages | undefined);

test('reading the workspace reports no changes', async () => {
  const client = await clientWith(new Map([[A, playbookWith(GOOD_ROW)]]));
  assert.deepEqual(client.said(METHOD), []);
  await client.stop();
});

test('a file that was changed, created or deleted is reported once the server has read it', async () => {
  for (const [type, uri, text] of [
    [2, A, playbookWith(GOOD_ROW.replace('1234', '4090'))],
    [1, B, playbookWith(GOOD_ROW)],
    [3, A, undefined],
  ] as const) {
    const files = new Map([[A, playbookWith(GOOD_ROW)]]);
    const client = await clientWith(files);
    if (text === undefined) files.delete(uri);
    else files.set(uri, text);
    await changed(client, uri, type);
    assert.deepEqual(await next(client), { uris: [uri] });
    await client.stop();
  }
});

test('a change of the configuration reports all pages', async () => {
  const config = 'file:///site/.playbooklint.json';
  const files = new Map([[A, playbookWith(GOOD_ROW)]]);
  const client = await clientWith(files);
  files.set(config, '{"ignore": ["a.md"]}');
  await changed(client, config, 1);
  assert.deepEqual(await next(client), { uris: null });
  await client.stop();
});
