// Going to places, renaming, previews and help while typing read a page and do not check it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules, defineRule, NO_OPTIONS, type Rule } from '../../server/src/core/index.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';

/** A rule that only writes down that rules run. */
function runCounter(): { readonly rule: Rule; readonly runs: () => number } {
  let runs = 0;
  const rule = defineRule({
    meta: {
      id: 'run-counter',
      category: 'link',
      description: 'Counts its runs',
      recommended: 'hint',
      fixable: 'none',
      messages: {},
      options: NO_OPTIONS,
      since: '0',
    },
    row: () => void runs++,
    table: () => void runs++,
    text: () => void runs++,
    frontMatter: () => void runs++,
    playbook: () => void runs++,
    workspace: () => void runs++,
  });
  return { rule, runs: () => runs };
}

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
