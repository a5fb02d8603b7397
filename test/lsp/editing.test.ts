import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { FULL_CLIENT, POOR_CLIENT, TestClient } from '../support/lsp-client.js';

const PAGE = 'file:///site/pages/network.md';
const LETTER_RULE = 'task-mo-letter';

function letterProblem(problems: readonly Diagnostic[]): Diagnostic | undefined {
  return problems.find(({ code }) => code === LETTER_RULE);
}

test('a problem links to the page of its rule: in our extension by its command, elsewhere by the address of the pages', async () => {
  const linkFor = async (initializationOptions: object, docs?: string): Promise<string | undefined> => {
    const client = await TestClient.inMemory({ initializationOptions }, docs === undefined ? {} : { docs });
    await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
    return letterProblem(await client.problems(PAGE))?.codeDescription?.href;
  };
  assert.equal(await linkFor({ readFile: true }), 'command:playbook.openRulePage?%5B%22task-mo-letter%22%5D');
  assert.equal(await linkFor({}, 'file:///tools/docs/'), 'file:///tools/docs/rules/task-mo-letter.md');
});

test('an author opens a page, sees a problem and fixes it with a quick fix', async () => {
  const client = await TestClient.inMemory();
  assert.equal(client.result?.capabilities.positionEncoding, 'utf-16');
  await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));

  const report = await client.pull(PAGE);
  assert.equal(report.kind, 'full');
  const problem = letterProblem(report.items);
  assert.deepEqual(problem?.range, { start: { line: 21, character: 27 }, end: { line: 21, character: 28 } });
  assert.equal(problem?.source, 'playbook');
  assert.equal(problem?.severity, 1);
  assert.equal(problem?.codeDescription?.href, 'command:playbook.openRulePage?%5B%22task-mo-letter%22%5D');
  assert.deepEqual(client.said('playbook/state'), [
    { uri: PAGE, isPlaybook: true, isEnabled: true, isIgnored: false, faultyConfiguration: null },
  ]);

  assert.deepEqual(await client.pull(PAGE, report.resultId), { kind: 'unchanged', resultId: report.resultId });

  const actions = await client.actions(PAGE, problem.range, { diagnostics: [problem], only: ['quickfix'] });
  assert.deepEqual(
    actions.map(({ title }) => title),
    [
      'Replace with "M"',
      'Replace with "O"',
      `Disable ${LETTER_RULE} for this line`,
      `Disable ${LETTER_RULE} in this file`,
      `Open the documentation of ${LETTER_RULE}`,
    ],
  );
  assert.ok(
    actions.every(({ isPreferred }) => isPreferred !== true),
    'a choice has no preference',
  );
  await client.apply(PAGE, actions[0]?.edit);
  assert.equal(client.text(PAGE), playbookWith(GOOD_ROW, BAD_ROW.replace('X', 'M')));
  const after = await client.pull(PAGE, report.resultId);
  assert.equal(after.kind, 'full');
  assert.equal(letterProblem(after.items), undefined);
  await client.stop();
});

test('typing is tracked change by change, including several in one message', async () => {
  const client = await TestClient.inMemory();
  await client.open(PAGE, playbookWith(GOOD_ROW));
  assert.equal(letterProblem(await client.problems(PAGE)), undefined);
  await client.replace(PAGE, '| M |', '| Q |');
  assert.equal(letterProblem(await client.problems(PAGE))?.range.start.line, 20);
  const start = { line: 0, character: 0 };
  await client.change(PAGE, [
    { range: { start: { line: 20, character: 29 }, end: { line: 20, character: 30 } }, text: '' },
    { range: { start: { line: 20, character: 29 }, end: { line: 20, character: 29 } }, text: 'O' },
    { range: { start, end: start }, text: '\uFEFF' },
  ]);
  assert.match(client.text(PAGE), /\| O \| FastTrack/);
  assert.equal(letterProblem(await client.problems(PAGE)), undefined);
  await client.stop();
});

test('fix all applies all safe fixes at once, and is only offered on request', async () => {
  const client = await TestClient.inMemory();
  const page = playbookWith(GOOD_ROW).replace(
    '# Assess',
    'Applies To: **Exchange**\nPrimary Role: **FastTrack Manager**\n\n##  Overview\n\n# Assess',
  );
  await client.open(PAGE, page);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const [fixAll, ...others] = await client.actions(PAGE, range, { only: ['source.fixAll'] });
  assert.deepEqual(others, []);
  assert.equal(fixAll?.kind, 'source.fixAll.playbook');
  await client.apply(PAGE, fixAll.edit);
  assert.notEqual(client.text(PAGE), page);
  assert.deepEqual(
    await client.actions(PAGE, range, { only: ['source.fixAll.playbook'] }),
    [],
    'nothing is left to fix',
  );
  assert.deepEqual(await client.actions(PAGE, range, { only: ['refactor'] }), []);
  assert.ok((await client.actions(PAGE, range, { triggerKind: 2 })).every(({ kind }) => kind === 'quickfix'));
  await client.stop();
});

test('other Markdown files are never checked, in any front end', async () => {
  const client = await TestClient.inMemory();
  const readme = 'file:///site/README.md';
  await client.open(readme, '# Title\n\n| a | b |\n|---|\n');
  assert.deepEqual(await client.problems(readme), []);
  assert.deepEqual(
    await client.actions(readme, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }),
    [],
  );
  assert.deepEqual(client.said('playbook/state'), [
    { uri: readme, isPlaybook: false, isEnabled: true, isIgnored: false, faultyConfiguration: null },
  ]);
  for (const uri of [
    'untitled:Untitled-1',
    'vscode-vfs://github/a/b/page.md',
    'git:/site/page.md?%7B%7D',
    'no uri at all',
  ]) {
    await client.open(uri, playbookWith(BAD_ROW));
    assert.equal(
      letterProblem(await client.problems(uri)) !== undefined,
      !/^(?:git|no)/.test(uri) || uri.startsWith('no'),
      uri,
    );
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await client.problems(uri), []);
  }
  await client.stop();
});

test("a client that can't pull is sent the problems, and never both", async () => {
  const client = await TestClient.inMemory({ capabilities: POOR_CLIENT, initializationOptions: null, folders: null });
  assert.equal(client.result?.capabilities.diagnosticProvider, undefined);
  assert.equal(client.result?.capabilities.codeActionProvider, undefined);
  await client.open(PAGE, playbookWith(BAD_ROW));
  const first = await client.until('problems', () => client.published.get(PAGE));
  const problem = letterProblem(first.diagnostics);
  assert.deepEqual(
    Object.keys(problem ?? {}).sort(),
    ['code', 'message', 'range', 'severity', 'source'],
    'nothing it did not ask for',
  );
  await client.replace(PAGE, '| X |', '| M |');
  await client.until(
    'no problem',
    () =>
      letterProblem(client.published.get(PAGE)?.diagnostics ?? [first.diagnostics[0] as Diagnostic]) === undefined &&
      client.published.get(PAGE)?.version === 2,
  );
  await client.notify('textDocument/didClose', { textDocument: { uri: PAGE } });
  await client.until('cleared', () => client.published.get(PAGE)?.version === undefined);
  assert.deepEqual(client.published.get(PAGE)?.diagnostics, []);
  assert.deepEqual(client.requests, [], 'a poor client is asked nothing');
  assert.deepEqual(client.said('playbook/state'), []);
  await client.stop();
});

for (const encoding of ['utf-8', 'utf-32'] as const) {
  test(`a client that uses ${encoding} gets and sends positions in ${encoding}`, async () => {
    const row = '| 1235 | 网络🧪 | X | FastTrack Engineer | Exchange |';
    const client = await TestClient.inMemory({
      capabilities: { ...FULL_CLIENT, general: { positionEncodings: [encoding] } },
    });
    assert.equal(client.result?.capabilities.positionEncoding, encoding);
    await client.open(PAGE, playbookWith(row));
    const before = row.slice(0, row.indexOf('X'));
    const character = encoding === 'utf-8' ? Buffer.byteLength(before) : [...before].length;
    const range = { start: { line: 20, character }, end: { line: 20, character: character + 1 } };
    assert.deepEqual(letterProblem(await client.problems(PAGE))?.range, range);
    const [fix] = await client.actions(PAGE, range);
    assert.deepEqual(client.editsOf(fix?.edit, PAGE), [{ range, newText: 'M' }]);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PAGE, version: 2 },
      contentChanges: [{ range, text: 'M' }],
    });
    assert.equal(letterProblem(await client.problems(PAGE)), undefined);
    await client.stop();
  });
}

test('without versioned edits, edits are grouped by URI', async () => {
  const { workspaceEdit: _, ...workspace } = FULL_CLIENT.workspace ?? {};
  const client = await TestClient.inMemory({ capabilities: { ...FULL_CLIENT, workspace }, initializationOptions: {} });
  await client.open(PAGE, playbookWith(BAD_ROW));
  const [fix, ...others] = await client.actions(PAGE, {
    start: { line: 20, character: 27 },
    end: { line: 20, character: 27 },
  });
  assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [PAGE]);
  assert.ok(
    others.every(({ command }) => command === undefined),
    'another client has no command of ours',
  );
  await client.stop();
});

test('the most likely of several fixes comes first and is marked; choices for the author are never fixed everywhere', async () => {
  const client = await TestClient.inMemory();
  const row = (id: string, letter: string): string =>
    `| ${id} | Ask | ${letter} | FastTrack Enginer | Teams / Exchang |`;
  await client.open(PAGE, playbookWith(row('1300', 'm'), row('1301', 'o')));
  const problems = await client.problems(PAGE);
  const titlesOf = async (ruleId: string): Promise<readonly (readonly [title: string, isPreferred: boolean])[]> => {
    const [problem, other] = problems.filter(({ code }) => code === ruleId);
    assert.ok(problem !== undefined && other !== undefined, `${ruleId} is found twice`);
    const actions = await client.actions(PAGE, problem.range, { diagnostics: [problem], only: ['quickfix'] });
    return actions
      .filter(({ title }) => !/^(?:Disable|Open)/.test(title))
      .map(({ title, isPreferred }) => [title, isPreferred === true]);
  };
  assert.deepEqual(await titlesOf('task-role-unknown'), [['Replace with "FastTrack Engineer"', true]]);
  assert.deepEqual((await titlesOf('task-service-unknown')).slice(0, 1), [['Replace with "Exchange"', true]]);
  assert.ok(
    (await titlesOf('task-service-unknown'))
      .slice(1)
      .every(([title, isPreferred]) => title.startsWith('Replace') && !isPreferred),
  );
  const [first, ...others] = await titlesOf(LETTER_RULE);
  assert.deepEqual(first, ['Replace with "M"', true]);
  assert.deepEqual(others, [
    [`Fix all "${LETTER_RULE}" problems in this file`, false],
    [`Fix all "${LETTER_RULE}" problems in the workspace…`, false],
  ]);
  await client.stop();
});

test('a single problem offers to fix its rule in the file and in the workspace, in this order', async () => {
  const client = await TestClient.inMemory();
  await client.open(PAGE, playbookWith('| 1300 | Ask | m | FastTrack Engineer | Teams |'));
  const [problem] = (await client.problems(PAGE)).filter(({ code }) => code === LETTER_RULE);
  assert.ok(problem !== undefined);
  const actions = await client.actions(PAGE, problem.range, { diagnostics: [problem], only: ['quickfix'] });
  const wide = actions.filter(({ title }) => title.startsWith('Fix all'));
  assert.deepEqual(
    wide.map(({ title }) => title),
    [`Fix all "${LETTER_RULE}" problems in this file`, `Fix all "${LETTER_RULE}" problems in the workspace…`],
  );
  // VS Code lists actions without diagnostics below all others.
  for (const { title, diagnostics } of wide)
    assert.deepEqual(
      diagnostics?.map(({ code }) => code),
      [LETTER_RULE],
      title,
    );
  await client.stop();
});
