import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver';
import { parsePlaybook } from '../../server/src/core/index.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';

const PAGE = 'file:///site/page.md';
const LABELS = 'Primary Role: **FastTrack Engineer**\nApplies To: **All Services**\n\nText.';

/** Pages with one problem each that is worth a comment, and where the comment has to stand. */
const CASES = [
  {
    name: 'in a cell of the row',
    rule: 'task-mo-letter',
    page: playbookWith(GOOD_ROW, BAD_ROW),
    comment: /^\| 1235 \|.* <!-- playbook-lint-disable-line task-mo-letter --> \|/m,
  },
  {
    name: 'in a row without a closing pipe',
    rule: 'task-mo-letter',
    page: playbookWith(BAD_ROW.slice(0, -2)),
    comment: /^\| 1235 \|.* <!-- playbook-lint-disable-line task-mo-letter -->/m,
  },
  {
    name: 'in the front matter',
    rule: 'front-matter-date',
    page: playbookWith(GOOD_ROW).replace('05/02/2019', '13/45/2019'),
    comment: /^ms\.date: 13\/45\/2019 # playbook-lint-disable-line front-matter-date$/m,
  },
  {
    name: 'at the end of a label line',
    rule: 'label-hard-break',
    page: playbookWith(GOOD_ROW).replace('#### FTOP', `### Step\n\n${LABELS}\n\n#### FTOP`),
    comment: /playbook-lint-disable-(?:next-)?line label-hard-break/,
  },
];

for (const { name, rule, page, comment } of CASES) {
  for (const [ends, text] of [
    ['\n', page],
    ['\r\n', page.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`a comment ${name} suppresses the problem and changes nothing else (${JSON.stringify(ends)})`, async () => {
      const client = await TestClient.inMemory();
      await client.open(PAGE, text);
      const before = await client.problems(PAGE);
      const problem = before.find(({ code }) => code === rule);
      assert.ok(problem, `no ${rule} among ${before.map(({ code }) => code).join()}`);
      const action = await disabling(client, problem);
      await client.apply(PAGE, action?.edit);
      assert.match(client.text(PAGE).replaceAll('\r\n', '\n'), comment);
      assert.deepEqual(shape(client.text(PAGE)), shape(text), 'the same tables and headings');
      const after = await client.problems(PAGE);
      assert.deepEqual(after.map(messageOf), before.filter((other) => other !== problem).map(messageOf));
      await client.stop();
    });
  }
}

test('no comment is suggested if each would change the page', async () => {
  const client = await TestClient.inMemory();
  await client.open(PAGE, playbookWith(GOOD_ROW).replace('ms.date: 05/02/2019', 'ms.date: |\n  13/45/2019'));
  for (const problem of await client.problems(PAGE)) {
    if (problem.range.start.line < 2 || problem.range.start.line > 9) continue;
    const action = await disabling(client, problem);
    assert.ok(
      action === undefined ||
        !client.editsOf(action.edit, PAGE).some(({ newText, range }) => range.start.line === 7 && newText !== ''),
      'a comment inside a block scalar',
    );
  }
  await client.stop();
});

const RESOLVING: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    codeAction: {
      ...FULL_CLIENT.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

test('a client that resolves actions gets the comment when the author chooses the action', async () => {
  const text = playbookWith(GOOD_ROW, BAD_ROW);
  const whole = await TestClient.inMemory();
  const client = await TestClient.inMemory({ capabilities: RESOLVING });
  for (const each of [whole, client]) await each.open(PAGE, text);
  const problem = (await client.problems(PAGE)).find(({ code }) => code === 'task-mo-letter');
  assert.ok(problem);
  const action = await disabling(client, problem);
  assert.ok(action);
  assert.equal(action.edit, undefined);
  const resolved = await client.request<CodeAction>('codeAction/resolve', action);
  assert.deepEqual(resolved.edit, (await disabling(whole, problem))?.edit);

  await client.replace(PAGE, 'Check', 'Check again');
  await assert.rejects(client.request('codeAction/resolve', action), /The page changed/);
  for (const each of [whole, client]) await each.stop();
});

test('where no comment is possible, the author learns it when choosing the action', async () => {
  const client = await TestClient.inMemory({ capabilities: RESOLVING });
  await client.open(PAGE, playbookWith(GOOD_ROW));
  const action = { title: 'Disable', data: { uri: PAGE, version: 1, ruleId: 'gone', span: { start: 0, end: 1 } } };
  assert.deepEqual(await client.request('codeAction/resolve', action), action);
  assert.equal(client.said('window/showMessage').length, 1);
  await client.stop();
});

test('an action that has a command is resolved without a message', async () => {
  const client = await TestClient.inMemory({
    capabilities: RESOLVING,
    initializationOptions: { commands: ['playbook.openRulePage'] },
  });
  await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
  const problem = (await client.problems(PAGE)).find(({ code }) => code === 'task-mo-letter');
  assert.ok(problem);
  const actions = await client.actions(PAGE, problem.range, { only: ['quickfix'] });
  const opens = actions.find(({ command }) => command !== undefined);
  assert.ok(opens);
  for (const action of [opens, { title: 'Another', data: 'not ours' }])
    assert.deepEqual(await client.request('codeAction/resolve', action), action);
  assert.deepEqual(client.said('window/showMessage'), []);
  await client.stop();
});

test('a comment for the file is suggested once for each rule, and extended for the next rule', async () => {
  const client = await TestClient.inMemory();
  await client.open(
    PAGE,
    playbookWith(GOOD_ROW, BAD_ROW, BAD_ROW.replace('1235', '12')).replace('05/02/2019', '13/45/2019'),
  );
  for (const rule of ['task-mo-letter', 'task-id-format']) {
    const problem = (await client.problems(PAGE)).find(({ code }) => code === rule);
    assert.ok(problem, rule);
    const actions = await client.actions(PAGE, problem.range, { only: ['quickfix'] });
    const [action, ...others] = actions.filter(({ title }) => title === `Disable ${rule} in this file`);
    assert.deepEqual(others, []);
    assert.equal(action?.isPreferred, undefined);
    await client.apply(PAGE, action?.edit);
    assert.ok(!(await client.problems(PAGE)).some(({ code }) => code === rule));
  }
  assert.match(client.text(PAGE), /\n# playbook-lint-disable-file task-mo-letter, task-id-format\n---\n/);
  await client.stop();
});

async function disabling(client: TestClient, problem: Diagnostic): Promise<CodeAction | undefined> {
  const actions = await client.actions(PAGE, problem.range, { only: ['quickfix'] });
  return actions.find(({ title }) => title === `Disable ${String(problem.code)} for this line`);
}

function shape(text: string): unknown {
  const { tables, headings } = parsePlaybook({ uri: PAGE, text });
  return [
    tables.map(({ table }) => table.rows.map(({ cells }) => cells.length)),
    headings.map(({ value }) => value.text),
  ];
}

function messageOf({ code, message }: Diagnostic): string {
  return `${String(code)}: ${message}`;
}
