// Navigation, renaming, previews and help while typing read a page without checking it, and so does every request while checking is off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../server/src/core/index.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { runCounter } from '../support/run-counter.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';

const ROW = 20;
const document = { textDocument: { uri: PAGE } };
const at = { ...document, position: { line: ROW, character: 3 } };
const range = { start: { line: ROW, character: 0 }, end: { line: ROW + 1, character: 0 } };

const REQUESTS: readonly (readonly [method: string, params: unknown])[] = [
  ['textDocument/definition', at],
  ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
  ['textDocument/prepareRename', at],
  ['textDocument/rename', { ...at, newName: '4321' }],
  ['textDocument/hover', at],
  ['textDocument/documentLink', document],
  ['textDocument/documentSymbol', document],
  ['textDocument/foldingRange', document],
  ['textDocument/codeLens', document],
  ['textDocument/completion', at],
  ['textDocument/formatting', { ...document, options: { tabSize: 4, insertSpaces: true } }],
  ['workspace/symbol', { query: '1234' }],
  ['playbook/counterparts', { uri: PAGE, position: at.position }],
  ['playbook/taskPreview', { uri: PAGE }],
  ['playbook/renderedTables', { uri: PAGE }],
  ['playbook/taskVersions', { uri: PAGE }],
  ['playbook/workspaceTasks', {}],
  ['playbook/report', { kind: 'tasks' }],
  ['workspace/executeCommand', { command: 'playbook.moveTaskUp', arguments: [at] }],
  ['playbook/edit', { uri: PAGE, version: 1, range, command: 'toggleMandatory', args: {} }],
];

test('no request about places, previews, help while typing or an edit runs a rule; asking for problems does', async () => {
  const { rule, runs } = runCounter();
  const text = playbookWith(GOOD_ROW);
  const host = new MemoryFiles([
    [PAGE, text],
    [OTHER, text],
  ]);
  const client = await TestClient.inMemory(
    { capabilities: FULL_CLIENT, files: host.files },
    { host, rules: [...allRules, rule] },
  );
  await client.open(PAGE, text);
  await client.open(OTHER, text);
  const places = await client.request<readonly unknown[]>('textDocument/references', {
    ...at,
    context: { includeDeclaration: true },
  });
  assert.ok(places.length >= 2, 'the requests find something');
  for (const [method, params] of REQUESTS) {
    await client.request(method, params);
    assert.equal(runs(), 0, method);
  }
  await client.problems(PAGE);
  assert.ok(runs() > 0);
  await client.stop();
});

test('no rule runs for a page while checking is off, and navigation works', async () => {
  const { rule, runs } = runCounter();
  const text = playbookWith(GOOD_ROW, BAD_ROW);
  const toc = 'file:///site/toc.yml';
  const files = new Map([
    [PAGE, text],
    [OTHER, text],
    [toc, '- href: page.md\n'],
  ]);
  let settings = { enable: false };
  const client = await TestClient.inMemory(
    { capabilities: FULL_CLIENT, files, settings: () => settings },
    { rules: [...allRules, rule] },
  );
  await client.open(PAGE, text);
  await client.open(toc, '- href: page.md\n', 'yaml');
  assert.deepEqual(await client.problems(PAGE), []);
  assert.deepEqual(await client.problems(toc), []);
  assert.deepEqual(await client.actions(PAGE, range), []);
  await client.request('playbook/checkWorkspace', {});
  await client.request('playbook/fixWorkspace', {});
  for (const [method, params] of REQUESTS) await client.request(method, params);
  assert.equal(runs(), 0);

  const places = async (method: string, params: object): Promise<unknown[]> => {
    const found = await client.request<unknown[] | Record<string, unknown> | null>(method, { ...at, ...params });
    return Array.isArray(found) ? found : Object.values(Object(found) as object).flat();
  };
  assert.notDeepEqual(await places('textDocument/definition', {}), []);
  assert.equal((await places('textDocument/references', { context: { includeDeclaration: true } })).length, 2);
  assert.notDeepEqual(await places('textDocument/rename', { newName: '4321' }), []);

  settings = { enable: true };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.notDeepEqual(await client.problems(PAGE), []);
  assert.ok(runs() > 0);
  await client.stop();
});
