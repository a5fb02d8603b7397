import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { nextCellMethod, type NextCellResult } from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/a.md';

test('counts and hints are shown only if the settings request them', async () => {
  let settings: unknown = null;
  const client = await TestClient.inMemory({ settings: () => settings });
  await client.open(PAGE, playbookWith(`${GOOD_ROW} lost |`, GOOD_ROW.replace('1234', '1235')));
  const textDocument = { uri: PAGE };
  const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
  assert.equal(await client.request('textDocument/codeLens', { textDocument }), null);
  assert.equal(await client.request('textDocument/inlayHint', { textDocument, range }), null);
  settings = { codeLens: true, inlayHints: true };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  assert.equal(
    lens?.command?.title,
    '2 tasks: 1 mandatory, 0 optional, 1 unclear',
    'a broken row is a task all the same',
  );
  const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
  assert.equal(hint?.label, 'not shown on GitHub');
  await client.stop();
});

test('our client receives the position of the next cell', async () => {
  const client = await TestClient.inMemory();
  await client.open(PAGE, playbookWith(GOOD_ROW));
  const at = (line: number, character: number, direction: string) =>
    client.request<NextCellResult>(nextCellMethod, { uri: PAGE, position: { line, character }, direction });
  assert.deepEqual(await at(20, 3, 'next'), { start: { line: 20, character: 9 }, end: { line: 20, character: 26 } });
  assert.equal(await at(0, 0, 'next'), null);
  await client.stop();
});
