// The tools for AI agents, as the extension requests them where no separate server can run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callToolMethod, type CallToolParams, type CallToolResult } from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';

async function editor(files: Readonly<Record<string, string>>, locale?: string): Promise<TestClient> {
  return TestClient.inMemory({
    files: new Map(Object.entries(files)),
    ...(locale !== undefined && { locale }),
  });
}

function call(client: TestClient, params: CallToolParams): Promise<CallToolResult> {
  return client.request<CallToolResult>(callToolMethod, params);
}

test('a tool sees the open document as it is in the editor', async () => {
  const client = await editor({ [PAGE]: playbookWith(GOOD_ROW) });
  const check = (): Promise<CallToolResult> => call(client, { tool: 'check_files', input: { paths: ['page.md'] } });
  assert.doesNotMatch((await check()).text, /task-mo-letter/);
  await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
  assert.match((await check()).text, /task-mo-letter/);
  await client.replace(PAGE, '| X |', '| O |');
  assert.doesNotMatch((await check()).text, /task-mo-letter/);
  await client.stop();
});

test('a draft is checked with the other pages, and is not one of them', async () => {
  const client = await editor({ [PAGE]: playbookWith(GOOD_ROW) });
  const text = playbookWith(GOOD_ROW.replace('| M |', '| O |'), '| 1299 | New | O | SME | Exchange |');
  const draft = await call(client, { tool: 'check_text', input: { text, path: 'draft.md' } });
  assert.match(draft.text, /task-mo-inconsistent/);
  const found = await call(client, { tool: 'find_task', input: { query: '1299' } });
  assert.match(found.text, /"tasks":\[\]/);
  await client.stop();
});

test('a text without a workspace can be checked', async () => {
  const client = await TestClient.inMemory({ folders: null });
  const { isError, text } = await call(client, { tool: 'check_text', input: { text: playbookWith(BAD_ROW) } });
  assert.equal(isError, false);
  assert.match(text, /task-mo-letter/);
  assert.match(text, /rules that compare files did not run/);
  await client.stop();
});

test('mistakes of the model are explained, and the texts are English', async () => {
  const client = await editor({ [PAGE]: playbookWith(GOOD_ROW) }, 'de');
  for (const [params, reason] of [
    [{ tool: 'delete_page', input: {} }, /Unknown tool "delete_page"/],
    [
      { tool: 'check_text', input: { text: 1 } },
      /Invalid input for check_text: text: Invalid input: expected string, received number/,
    ],
    [{ tool: 'check_files', input: { paths: ['../x.md'] } }, /"\.\.\/x\.md" is outside the workspace/],
    [{ tool: 'find_task', input: null }, /Invalid input for find_task: /],
  ] as const) {
    const { isError, text } = await call(client, params);
    assert.ok(isError, text);
    assert.match(text, reason);
  }
  await client.stop();
});

test('the help of a rule comes from the client', async () => {
  const client = await editor({});
  const explain = (ruleHelp?: string): Promise<CallToolResult> =>
    call(client, {
      tool: 'explain_rule',
      input: { rule: 'task-mo-letter' },
      ...(ruleHelp !== undefined && { ruleHelp }),
    });
  assert.match(
    (await explain('## Why\n\nThis is why.')).text,
    /"page":"# task-mo-letter\\n.*## Why\\n\\nThis is why\.\\n/,
  );
  assert.doesNotMatch((await explain()).text, /"page":/);
  await client.stop();
});
