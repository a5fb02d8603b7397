import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Position, Range, TextEdit } from 'vscode-languageserver/node';
import type { EditAnswer, EditCommand } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, TestClient, TODAY } from '../support/lsp-client.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const OTHER_ROW = '| 99 | Ask | O | SME | Teams |';
const SHORT = playbookWith(GOOD_ROW, '| 0999 | Ask the team | O | SME | Teams |');

/** The place of `text` in the page. */
function placeOf(client: TestClient, text: string): Range {
  const document = TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE));
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `"${text}" is not in the page`);
  return { start: document.positionAt(start), end: document.positionAt(start) };
}

/** Asks for an edit where `text` stands. */
function edit(
  client: TestClient,
  text: string,
  command: EditCommand,
  version = client.texts.get(PAGE)?.version,
): Promise<EditAnswer> {
  return client.request('playbook/edit', { uri: PAGE, version, range: placeOf(client, text), ...command });
}

/** Makes the edits of an answer, as our client does. */
async function make(client: TestClient, answer: EditAnswer): Promise<Position | undefined> {
  if ('refused' in answer) assert.fail(answer.refused);
  await change(client, answer.edits as TextEdit[]);
  return answer.selection?.start;
}

/** Why an edit is not made. */
async function refused(...parameters: Parameters<typeof edit>): Promise<string> {
  const answer = await edit(...parameters);
  return 'refused' in answer ? answer.refused : assert.fail('it was not refused');
}

async function change(client: TestClient, edits: TextEdit[]): Promise<void> {
  await client.change(PAGE, [
    { text: TextDocument.applyEdits(TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE)), edits) },
  ]);
}

async function opened(text: string, settings: () => unknown = () => null): Promise<TestClient> {
  const client = await TestClient.inMemory({ settings });
  await client.open(PAGE, text);
  return client;
}

test('a task is added below the row of the caret, and the caret moves there', async () => {
  const client = await opened(SHORT);
  const caret = await make(
    client,
    await edit(client, '1234', {
      command: 'insertRow',
      args: {
        taskId: '2000',
        taskName: 'Say | so',
        mo: 'mandatory',
        roles: ['fasttrack-manager'],
        services: ['teams', 'exchange'],
      },
    }),
  );
  assert.equal(
    client.text(PAGE),
    SHORT.replace(GOOD_ROW, `${GOOD_ROW}\n| 2000 | Say \\| so | M | FastTrack Manager | Teams / Exchange |`),
  );
  assert.deepEqual(caret, { line: 21, character: 2 });
  await client.stop();
});

test('rows are moved, sorted, toggled and deleted', async () => {
  const client = await opened(SHORT);
  const rows = (): string[] =>
    client
      .text(PAGE)
      .split('\n')
      .filter((line) => /^\| \d/.test(line))
      .map((line) => line.slice(2, 6));
  assert.deepEqual(await make(client, await edit(client, '0999', { command: 'moveRowUp' })), {
    line: 20,
    character: 2,
  });
  assert.deepEqual(rows(), ['0999', '1234']);
  await make(client, await edit(client, '0999', { command: 'moveRowDown' }));
  assert.deepEqual(rows(), ['1234', '0999']);
  await make(client, await edit(client, 'Task Name', { command: 'sortTasks' }));
  assert.deepEqual(rows(), ['0999', '1234']);
  await make(client, await edit(client, '1234', { command: 'toggleMandatory' }));
  assert.match(client.text(PAGE), /\| 1234 \| Check the network \| O \|/);
  await make(client, await edit(client, '0999', { command: 'deleteRow' }));
  assert.deepEqual(rows(), ['1234']);
  await client.stop();
});

test('a command says if there is nothing to change, and which rows it leaves as they are', async () => {
  const broken = '| 1300 | Check the proxy | O | SME |';
  const noteOf = async (rows: readonly string[], command: EditCommand): Promise<string | undefined> => {
    const client = await opened(playbookWith(...rows));
    const answer = await edit(client, 'Task Name', command);
    await client.stop();
    return 'refused' in answer ? answer.refused : answer.note;
  };
  const second = GOOD_ROW.replace('1234', '1200');
  assert.equal(await noteOf([GOOD_ROW], { command: 'sortTasks' }), 'The tasks are already sorted by ID');
  assert.equal(await noteOf([GOOD_ROW, second], { command: 'sortTasks' }), undefined);
  assert.match((await noteOf([GOOD_ROW, second, broken], { command: 'sortTasks' })) ?? '', /^1 row stays in its place/);
  assert.equal(await noteOf([GOOD_ROW], { command: 'alignTable' }), undefined);
  assert.equal(await noteOf([GOOD_ROW, broken], { command: 'alignTable' }), "1 broken row wasn't changed");
  assert.equal(
    await noteOf([GOOD_ROW], { command: 'pasteRows', args: { text: '2000\tAsk' } }),
    undefined,
    'in a table, the rows are where the author expects them',
  );
});

test('a page gets a table, a step and a refresh log', async () => {
  const client = await opened(
    playbookWith(GOOD_ROW).replace('# Assess the network\n', '# Assess the network\n\n### One\n\nText\n\n### Two\n'),
  );
  await make(client, await edit(client, 'Text', { command: 'insertTable' }));
  assert.match(
    client.text(PAGE),
    /Text\n\n#### FTOP Tasks\n\n\| Task ID \| .*\n\| --- \| .*\n\| \| \| \| \| \|\n\n### Two/,
  );
  await make(client, await edit(client, 'Text', { command: 'insertStep', args: { title: 'New' } }));
  assert.match(
    client.text(PAGE),
    /\n\n### New\n\nPrimary Role: \*\*FastTrack Engineer\*\* {2}\nMotions: .* {2}\nApplies To: \*\*All Services\*\*\n\n### Two/,
  );
  await make(
    client,
    await edit(client, 'Text', { command: 'addRefreshRow', args: { author: 'Ada North', text: 'Added a step' } }),
  );
  const [year, month, day] = TODAY.split('-');
  assert.match(
    client.text(PAGE),
    new RegExp(`## Refresh Summary\\n\\n.*\\n.*\\n\\| ${month}/${day}/${year} \\| Ada North \\| Added a step \\|\\n$`),
  );
  await client.stop();
});

test('the date of the page becomes today, in its own format', async () => {
  const [year = '', month = '', day = ''] = TODAY.split('-');
  for (const [before, after] of [
    ['05/02/2019', `${month}/${day}/${year}`],
    ['"5/2/2019"', `"${month}/${day}/${year}"`],
    ['2019-05-02', TODAY],
    ['', `${month}/${day}/${year}`],
  ] as const) {
    const client = await opened(playbookWith(GOOD_ROW).replace(' 05/02/2019', before === '' ? '' : ` ${before}`));
    await make(client, await edit(client, '1234', { command: 'updateDate' }));
    assert.ok(client.text(PAGE).includes(`\nms.date: ${after}\n`), client.text(PAGE));
    assert.deepEqual(await edit(client, '1234', { command: 'updateDate' }), { edits: [] });
    await client.stop();
  }
});

test('copied rows are inserted below the caret, and skipped columns are named', async () => {
  const client = await opened(playbookWith(GOOD_ROW));
  const answer = await edit(client, '1234', {
    command: 'pasteRows',
    args: { text: 'Aufgaben-ID\tStatus\tName der Aufgabe\n2000\tdone\tAsk\n2001\t\tTell\n' },
  });
  await make(client, answer);
  assert.match(client.text(PAGE), /Exchange \|\n\| 2000 \| Ask \| \| \| \|\n\| 2001 \| Tell \| \| \| \|\n$/);
  assert.equal('note' in answer && answer.note, 'Skipped because the table doesn\'t have these columns: "Status"');
  await client.stop();
});

test('a new task says what the table has no column for', async () => {
  const client = await opened(
    '---\nft.audience: partner\n---\n\n#### FTOP Tasks\n\n| Task ID | Task Name |\n|---|---|\n| 1234 | Check |\n',
  );
  for (const [args, columns] of [
    [
      { taskId: '2000', taskName: 'Ask', mo: 'M', roles: ['sme'], services: [] },
      '"(M)andatory / (O)ptional", "FastTrack Role"',
    ],
    [{ taskId: '2001', taskName: 'Tell', mo: ' ', services: ['teams', ''] }, '"Services"'],
    [{ taskId: '2002', roles: [' '] }, undefined],
  ] as const) {
    const answer = await edit(client, '1234', { command: 'insertRow', args });
    const note = columns && `Skipped because the table doesn't have these columns: ${columns}`;
    assert.equal('note' in answer ? answer.note : undefined, note);
  }
  await client.stop();
});

test("what can't be done is rejected with a message", async () => {
  const client = await opened(SHORT);
  assert.equal(await refused(client, '1234', { command: 'moveRowUp' }), 'There is no row above');
  assert.equal(await refused(client, '# Assess', { command: 'alignTable' }), 'No table here');
  assert.equal(await refused(client, '1234', { command: 'deleteRow' }, 7), 'The page changed. Try again.');
  assert.match(String(await refused(client, '1234', { command: 'none' } as never)), /See the log for details$/);
  await client.replace(PAGE, 'ms.topic', 'topic');
  await client.replace(PAGE, 'ft.audience', 'audience');
  await client.replace(PAGE, '#### FTOP Tasks', '#### Other');
  await client.replace(
    PAGE,
    '| Task ID | Task Name | (M) Mandatory (O) Optional | FastTrack Role | Services |',
    '| a | b | c | d | e |',
  );
  assert.equal(await refused(client, '1234', { command: 'deleteRow' }), "This page isn't a playbook");
  await client.stop();
});

test('on a page that is turned off or ignored, a message says so and what to do', async () => {
  const off = await opened(SHORT, () => ({ enable: false }));
  assert.match(
    await refused(off, '1234', { command: 'deleteRow' }),
    /^Checking is off for this page\. .*playbook\.enable/,
  );
  await off.stop();
  const ignoring = await TestClient.inMemory({
    files: new Map([['file:///site/.playbooklint.json', '{"ignore": ["page.md"]}']]),
  });
  await ignoring.open(PAGE, SHORT);
  assert.match(
    await refused(ignoring, '1234', { command: 'deleteRow' }),
    /^The configuration ignores this page\. .*"ignore"/,
  );
  await ignoring.stop();
});

for (const encoding of ['utf-8', 'utf-32'] as const) {
  test(`edits and selection are in ${encoding}`, async () => {
    const client = await TestClient.inMemory({
      capabilities: { ...FULL_CLIENT, general: { positionEncodings: [encoding] } },
    });
    await client.open(PAGE, playbookWith('| 1234 | 网络🧪 | M | SME | Exchange |'));
    const range = { start: { line: 20, character: 0 }, end: { line: 20, character: 0 } };
    const answer = await client.request<EditAnswer>('playbook/edit', {
      uri: PAGE,
      version: 1,
      range,
      command: 'insertRow',
      args: { taskId: '2000', taskName: '网络🧪' },
    });
    assert.ok('edits' in answer);
    const line = '| 1234 | 网络🧪 | M | SME | Exchange |';
    const units = (text: string): number => (encoding === 'utf-8' ? Buffer.byteLength(text) : [...text].length);
    assert.deepEqual(answer.edits[0]?.range.start, { line: 20, character: units(line) });
    assert.deepEqual(answer.selection?.start, { line: 21, character: units('| 2000 | 网络🧪 | ') });
    await client.stop();
  });
}

test('tables are formatted according to the setting, and nothing else is', async () => {
  const options = { options: { tabSize: 4, insertSpaces: true }, textDocument: { uri: PAGE } };
  const page = playbookWith('|1234|  Check |M|SME| Teams|').replace('# Assess', '#   Assess');
  // Compact where nobody has said anything.
  let style: unknown = null;
  const client = await opened(page, () => style);
  assert.equal(client.result?.capabilities.documentFormattingProvider, true);
  assert.equal(client.result.capabilities.documentRangeFormattingProvider, true);
  const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
  assert.deepEqual(await client.request('textDocument/rangeFormatting', { ...options, range }), []);
  await change(client, await client.request('textDocument/formatting', options));
  assert.equal(
    client.text(PAGE),
    page
      .replace('|1234|  Check |M|SME| Teams|', '| 1234 | Check | M | SME | Teams |')
      .replace('|---|---|---|---|---|', '| --- | --- | --- | --- | --- |'),
  );
  style = { format: { tables: 'align' } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await change(client, await client.request('textDocument/formatting', options));
  assert.match(client.text(PAGE), /^\| 1234 {4}\| Check {5}\| M {26}\|/m);
  style = { format: { tables: 'off' } };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.equal(await client.request('textDocument/formatting', options), null);
  await client.stop();
});

test('a table offers its actions on request, and only those that change something', async () => {
  const client = await opened(playbookWith(GOOD_ROW, OTHER_ROW));
  const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
  const only = ['refactor'];
  const here = await client.actions(PAGE, placeOf(client, 'Check'), { only });
  assert.deepEqual(titles(here), ['Make the task optional: "O"', 'Compact the table', 'Align the table']);
  assert.ok(here.every(({ kind }) => kind === 'refactor.rewrite.playbook'));
  assert.deepEqual(await client.actions(PAGE, placeOf(client, '# Assess'), { only }), []);
  assert.deepEqual(
    titles(await client.actions(PAGE, placeOf(client, 'Check'), { triggerKind: 2 })),
    [],
    'not at each move of the caret',
  );
  await client.apply(PAGE, here[0]?.edit);
  assert.match(client.text(PAGE), /Check the network \| O \|/);
  await client.replace(PAGE, OTHER_ROW, BAD_ROW.replace('proxy', 'proxy | host'));
  assert.ok(
    titles(await client.actions(PAGE, placeOf(client, ' | host'), { only })).includes('Escape the pipe as "\\|"'),
  );
  const all = titles(await client.actions(PAGE, placeOf(client, '| host'), {}));
  assert.equal(all.filter((title) => title === 'Escape the pipe as "\\|"').length, 1, 'not once more as a quick fix');
  await client.stop();
});

test("tables with a merge conflict aren't changed, and a message says so", async () => {
  const conflict = playbookWith('<<<<<<< HEAD', GOOD_ROW, '=======', `${GOOD_ROW} `, '>>>>>>> main');
  const client = await opened(conflict);
  for (const command of ['alignTable', 'compactTable'] as const) {
    assert.equal(await refused(client, '1234', { command }), 'The table has a merge conflict. Resolve it first');
    assert.equal(
      await refused(client, '1234', { command, args: { all: true } }),
      'The table has a merge conflict. Resolve it first',
    );
  }
  await client.change(PAGE, [{ text: `${conflict}\n## Other\n\n|a|b|\n|---|---|\n|c|d|\n` }]);
  const answer = await edit(client, '1234', { command: 'compactTable', args: { all: true } });
  if ('refused' in answer) assert.fail(answer.refused);
  assert.equal(answer.note, "Tables with a merge conflict aren't changed");
  await client.stop();
});
