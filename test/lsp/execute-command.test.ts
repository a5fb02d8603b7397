// The commands of the extension in other editors, through `workspace/executeCommand`.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  ErrorCodes,
  LSPErrorCodes,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type Range,
  type ShowMessageParams,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { EditAnswer, EditCommand, KnownTasksResult } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, TestClient, TODAY, type ClientSetup } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';

/** An editor that isn't ours, such as Neovim. */
const OTHER_EDITOR: ClientCapabilities = {
  ...FULL_CLIENT,
  workspace: { ...FULL_CLIENT.workspace, applyEdit: true },
  window: { showDocument: { support: true } },
};

const ENGLISH = playbookWith(
  GOOD_ROW,
  '| 0999 | Ask the team | O | SME | Teams |',
  '|1100|Plan|M|SME|Teams|',
  '',
  '## Refresh Summary',
  '',
  '| Date | Who Changed | What Changed |',
  '| --- | --- | --- |',
  '| 05/02/2019 | Ada Byron | Added the page |',
);

const CHINESE = [
  '---',
  'title: 评估网络',
  'ms.date: 05/02/2019',
  'ms.topic: partner-playbook',
  'ft.audience: partner',
  '---',
  '',
  '# 评估网络',
  '',
  '#### FTOP 任务',
  '',
  '| 任务 ID | 任务名称 | (M) 必需 (O) 可选 | FastTrack 角色 | 服务 |',
  '|---|---|---|---|---|',
  '| 1234 | 检查网络 | M | FastTrack 工程师 | Exchange |',
  '| 0999 | 询问团队𠮷 | O | SME | Teams |',
  '|1100|计划|M|SME|Teams|',
  '',
].join('\n');

/** The commands, the place where each of them changes something, and the request of our own client. */
const COMMANDS: readonly (readonly [id: string, at: string, own: EditCommand, values?: object])[] = [
  ['playbook.sortTasks', '1234', { command: 'sortTasks' }],
  ['playbook.alignTable', '1234', { command: 'alignTable' }],
  ['playbook.alignAllTables', '1234', { command: 'alignTable', args: { all: true } }],
  ['playbook.compactTable', '1234', { command: 'compactTable' }],
  ['playbook.compactAllTables', '1234', { command: 'compactTable', args: { all: true } }],
  ['playbook.toggleMandatory', '0999', { command: 'toggleMandatory' }],
  ['playbook.moveTaskUp', '0999', { command: 'moveRowUp' }],
  ['playbook.moveTaskDown', '0999', { command: 'moveRowDown' }],
  ['playbook.deleteTask', '0999', { command: 'deleteRow' }],
  ['playbook.updateDate', '1234', { command: 'updateDate' }],
  [
    'playbook.addRefreshRow',
    '1234',
    { command: 'addRefreshRow', args: { author: 'Ada North', text: 'Sorted | all' } },
    { author: 'Ada North', text: 'Sorted | all' },
  ],
  ['playbook.insertTaskRow', '1234', { command: 'insertRow', args: {} }],
  [
    'playbook.insertTaskRow',
    '1234',
    { command: 'insertRow', args: { taskId: '2000', taskName: 'Say | so', mo: 'optional', roles: ['sme'] } },
    { taskId: '2000', taskName: 'Say | so', mo: 'optional', roles: ['sme'] },
  ],
  ['playbook.insertTaskTable', '# ', { command: 'insertTable', args: {} }],
  [
    'playbook.insertStep',
    '1234',
    { command: 'insertStep', args: { title: 'Next', services: ['teams'] } },
    { title: 'Next', services: ['teams'] },
  ],
  [
    'playbook.pasteTaskRows',
    '1234',
    { command: 'pasteRows', args: { text: '2000\tAsk\n2001\tTell' } },
    { text: '2000\tAsk\n2001\tTell' },
  ],
];

async function started(
  text: string,
  setup: ClientSetup = {},
  files: Iterable<readonly [string, string]> = [],
): Promise<TestClient> {
  const host = new MemoryFiles([[PAGE, text], ...files]);
  const client = await TestClient.inMemory(
    { capabilities: OTHER_EDITOR, initializationOptions: {}, ...setup },
    { host },
  );
  await client.open(PAGE, text);
  return client;
}

function placeOf(client: TestClient, text: string): Range {
  const document = TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE));
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `"${text}" is not in the page`);
  const start = document.positionAt(offset);
  return { start, end: start };
}

interface Result {
  readonly applied: boolean;
  readonly message?: string;
  readonly selection?: Range;
}

function run(client: TestClient, command: string, ...list: readonly unknown[]): Promise<Result> {
  return client.request('workspace/executeCommand', { command, arguments: list });
}

function runAt(client: TestClient, command: string, text: string, values: object = {}): Promise<Result> {
  return run(client, command, {
    textDocument: { uri: PAGE },
    position: placeOf(client, text).start,
    ...values,
  });
}

function shown(client: TestClient): string[] {
  return (client.said('window/showMessage') as ShowMessageParams[]).map(({ message }) => message);
}

function lastEdit(client: TestClient): ApplyWorkspaceEditParams['edit'] {
  const requests = client.requests.filter(({ method }) => method === 'workspace/applyEdit');
  return (requests.at(-1)?.params as ApplyWorkspaceEditParams).edit;
}

describe('each command makes the edits that our own client gets', () => {
  const pages = {
    English: ENGLISH,
    'English with CRLF': ENGLISH.replaceAll('\n', '\r\n'),
    Chinese: CHINESE,
    'Chinese with CRLF': CHINESE.replaceAll('\n', '\r\n'),
  };
  for (const [language, text] of Object.entries(pages))
    for (const [id, at, own, values] of COMMANDS)
      test(`${id} ${values === undefined ? '' : 'with values '}on a page in ${language}`, async () => {
        const client = await started(text);
        const expected = await client.request<EditAnswer>('playbook/edit', {
          uri: PAGE,
          version: 1,
          range: placeOf(client, at),
          ...own,
        });
        if ('refused' in expected) return assert.fail(expected.refused);
        assert.ok(expected.edits.length > 0, 'there is something to change');
        const result = await runAt(client, id, at, values);
        assert.deepEqual(client.editsOf(undefined, PAGE), []);
        const edit = lastEdit(client);
        assert.deepEqual(edit.documentChanges, [{ textDocument: { uri: PAGE, version: 1 }, edits: expected.edits }]);
        assert.equal(result.applied, true);
        assert.equal(result.message, expected.note);
        assert.deepEqual(result.selection, expected.selection);
        const after = TextDocument.applyEdits(
          TextDocument.create(PAGE, 'markdown', 0, text),
          expected.edits as TextEdit[],
        );
        assert.equal(client.text(PAGE), after);
        assert.equal(/(?<!\r)\n/.test(after), !text.includes('\r'), 'line endings stay as they are');
        await client.stop();
      });
});

test('a task ID is enough: the values of the task come from other pages, as in the list of our client', async () => {
  const other = playbookWith('| 2000 | Check the firewall | O | SME | Teams / Exchange |').replace(
    'network',
    'firewall',
  );
  const client = await started(ENGLISH, {}, [[OTHER, other]]);
  const { tasks } = await client.request<KnownTasksResult>('playbook/knownTasks', { uri: PAGE });
  const task = tasks.find(({ id }) => id === '2000');
  const { name, mo, roles, services } = task ?? assert.fail('the task is known');
  const expected = await client.request<EditAnswer>('playbook/edit', {
    uri: PAGE,
    version: 1,
    range: placeOf(client, '1234'),
    command: 'insertRow',
    args: { taskId: '2000', taskName: name, mo, roles, services },
  });
  const { applied } = await runAt(client, 'playbook.insertTaskRow', '1234', { taskId: '2000' });
  assert.ok(applied && 'edits' in expected);
  assert.deepEqual(client.text(PAGE).split('\n')[21], '| 2000 | Check the firewall | O | SME | Teams / Exchange |');
  assert.deepEqual(lastEdit(client).documentChanges, [
    { textDocument: { uri: PAGE, version: 1 }, edits: expected.edits },
  ]);
  await runAt(client, 'playbook.insertTaskRow', '1234', { taskId: '2000', taskName: 'Another name' });
  assert.match(client.text(PAGE), /\| 2000 \| Another name \| O \|/);
  await client.stop();
});

test('a name in another language is marked, and a name on the page itself comes first', async () => {
  const english = 'file:///site/english-playbook/page.md';
  const chinese = CHINESE.replace('| 1234 | 检查网络 |', '| 3135 | 检查防火墙 |');
  const host = new MemoryFiles([
    ['file:///site/docfx.json', '{}'],
    [english, ENGLISH],
    ['file:///site/chinese-playbook/page-zh.md', chinese],
  ]);
  const client = await TestClient.inMemory({ capabilities: OTHER_EDITOR, initializationOptions: {} }, { host });
  await client.open(english, ENGLISH);
  const line = ENGLISH.split('\n').findIndex((text) => text.includes('1234'));
  const at = { textDocument: { uri: english }, position: { line, character: 3 } };
  const insert = async (values: object): Promise<string | undefined> => {
    assert.ok((await run(client, 'playbook.insertTaskRow', { ...at, ...values })).applied);
    return client.text(english).split('\n')[line + 1];
  };
  assert.match(
    (await insert({ taskId: ' 3135 ' })) ?? '',
    /^\| 3135 \| 检查防火墙 <!-- playbook-translate --> \| M \|/,
  );
  assert.match((await insert({ taskId: '0999' })) ?? '', /^\| 0999 \| Ask the team \| O \|/);
  assert.match((await insert({ taskId: '1234' })) ?? '', /^\| 1234 \| Check the network \| +\|/);
  await client.stop();
});

test('an editor that makes no edits is not sent any, and the author reads why', async () => {
  const { workspace, ...others } = OTHER_EDITOR;
  const client = await started(ENGLISH, { capabilities: { ...others, workspace: { ...workspace, applyEdit: false } } });
  const message = "The editor can't make changes for a command";
  assert.deepEqual(await runAt(client, 'playbook.sortTasks', '1234'), { applied: false, message });
  assert.deepEqual(await run(client, 'playbook.fixAll', { textDocument: { uri: PAGE } }), { applied: false, message });
  assert.deepEqual(shown(client), [message, message]);
  assert.ok(!client.requests.some(({ method }) => method === 'workspace/applyEdit'));
  assert.ok((await runAt(client, 'playbook.nextCell', '1234')).applied, 'showing a place needs no edit');
  await client.stop();
});

test('the caret follows a moved and a new row, if the editor shows documents on request', async () => {
  const client = await started(ENGLISH);
  const { selection } = await runAt(client, 'playbook.moveTaskUp', '0999');
  const request = await client.until('the request', () =>
    client.requests.find(({ method }) => method === 'window/showDocument'),
  );
  assert.deepEqual(request.params, { uri: PAGE, selection, takeFocus: true });
  assert.equal(selection?.start.line, placeOf(client, '0999').start.line);
  await client.stop();
  const { window: _, ...without } = OTHER_EDITOR;
  const simple = await started(ENGLISH, { capabilities: without });
  await runAt(simple, 'playbook.moveTaskUp', '0999');
  await runAt(simple, 'playbook.sortTasks', '0999');
  assert.ok(!simple.requests.some(({ method }) => method === 'window/showDocument'));
  await simple.stop();
});

test('the next cell and the same place in another language are shown, or a message says that there is none', async () => {
  const english = 'file:///site/english-playbook/page.md';
  const german = 'file:///site/german-playbook/page-de.md';
  const germanText = [
    '---',
    'title: Netzwerk bewerten',
    'ms.topic: partner-playbook',
    'ft.audience: partner',
    '---',
    '',
    '# Netzwerk bewerten',
    '',
    '#### FTOP-Aufgaben',
    '',
    '| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |',
    '|---|---|---|---|---|',
    '| 1234 | Das Netzwerk und die Einstellungen prüfen | E | FastTrack Engineer | Exchange |',
    '',
  ].join('\n');
  const host = new MemoryFiles([
    ['file:///site/docfx.json', '{}'],
    [english, ENGLISH],
    [german, germanText],
    ['file:///site/chinese-playbook/page-zh.md', CHINESE],
  ]);
  const client = await TestClient.inMemory({ capabilities: OTHER_EDITOR, initializationOptions: {} }, { host });
  await client.open(english, ENGLISH);
  const line = ENGLISH.split('\n').findIndex((text) => text.includes('1234'));
  const at = (character: number): object => ({ textDocument: { uri: english }, position: { line, character } });
  const places = (): unknown[] =>
    client.requests.filter(({ method }) => method === 'window/showDocument').map(({ params }) => params);
  const cell = { start: { line, character: 9 }, end: { line, character: 26 } };
  assert.deepEqual(await run(client, 'playbook.nextCell', at(3)), { applied: true, selection: cell });
  await client.until('the place', () => places().length === 1);
  assert.deepEqual(places(), [{ uri: english, selection: cell, takeFocus: true }]);
  assert.equal((await run(client, 'playbook.previousCell', at(12))).selection?.start.character, 2);
  const outside = { textDocument: { uri: english }, position: { line: 0, character: 0 } };
  assert.equal((await run(client, 'playbook.nextCell', outside)).message, 'No more cells in this direction');

  const several = await run(client, 'playbook.openCounterpart', at(3));
  assert.equal(several.applied, false);
  assert.match(several.message ?? '', /^Choose a language\. This page exists in: "?(?:de|zh)/);
  const none = await run(client, 'playbook.openCounterpart', { ...at(3), language: 'ja' });
  assert.match(none.message ?? '', /^This page doesn't exist in that language\. It exists in: /);
  const shownBefore = places().length;
  const { applied } = await run(client, 'playbook.openCounterpart', { ...at(3), language: 'de' });
  assert.ok(applied);
  await client.until('the place', () => places().length > shownBefore);
  assert.equal((places().at(-1) as { uri: string }).uri, german);
  await client.stop();
  const single = await started(ENGLISH);
  assert.equal(
    (await runAt(single, 'playbook.openCounterpart', '1234')).message,
    "This page doesn't exist in any other language",
  );
  await single.stop();
});

test('the author of a new row in the refresh log is the one in the settings', async () => {
  const client = await started(ENGLISH, { initializationOptions: { settings: { author: 'Ada North' } } });
  await run(client, 'playbook.addRefreshRow', { textDocument: { uri: PAGE } });
  const [year, month, day] = TODAY.split('-');
  assert.ok(client.text(PAGE).includes(`\n| ${month}/${day}/${year} | Ada North | |\n| 05/02/2019`), client.text(PAGE));
  await client.stop();
});

test('all safe fixes of a page are one edit, or a message says that it has none', async () => {
  const client = await started(
    ENGLISH.replace(
      '#### FTOP',
      '### Step\n\nPrimary Role: **FastTrack Engineer**\nApplies To: **All Services**\n\n#### FTOP',
    ),
  );
  const { applied } = await run(client, 'playbook.fixAll', { textDocument: { uri: PAGE } });
  assert.ok(applied);
  assert.match(client.text(PAGE), /Engineer\*\* {2}\nApplies To/);
  const again = await run(client, 'playbook.fixAll', { textDocument: { uri: PAGE } });
  assert.deepEqual(again, { applied: false, message: 'No problem in this playbook has a safe fix' });
  await client.stop();
});

test('the workspace is checked, and a message counts the problems', async () => {
  const client = await started(ENGLISH, {}, [[OTHER, playbookWith(GOOD_ROW.replace('| M |', '| O |'))]]);
  const counts = await run(client, 'playbook.checkWorkspace');
  assert.equal((counts as unknown as { files: number }).files, 2);
  assert.match(shown(client).join(), /^2 playbooks checked: \d+ errors?, \d+ warnings?, \d+ notes?$/);
  await client.until('the problems of the closed page', () => client.published.has(OTHER));
  await client.stop();
});

test('a message says why nothing changes, and which rows stay as they are', async () => {
  const sorted = playbookWith('| 0999 | Ask | O | SME | Teams |', GOOD_ROW);
  const client = await started(sorted);
  const says = async (command: string, at: string, values: object = {}): Promise<string | undefined> => {
    const { applied, message } = await runAt(client, command, at, values);
    assert.equal(applied, false);
    assert.equal(shown(client).at(-1), message, 'the author reads it');
    return message;
  };
  assert.equal(await says('playbook.sortTasks', '1234'), 'The tasks are already sorted by ID');
  assert.equal(await says('playbook.sortTasks', '# Assess'), 'No table here');
  assert.equal(await says('playbook.moveTaskDown', '1234'), 'There is no row below');
  assert.equal(await says('playbook.toggleMandatory', 'Task Name'), "This isn't a row of a task table");
  assert.equal(
    await says('playbook.insertTaskRow', '1234', { taskId: 'x|1' }),
    '"x|1" isn\'t a valid task ID (three or four digits)',
  );
  assert.equal(await says('playbook.insertTaskRow', '1234', { mo: 'X' }), '"X" is neither "M" nor "O"');
  assert.equal(await says('playbook.addRefreshRow', '1234', { date: 'soon' }), '"soon" is not a date');
  await run(client, 'playbook.updateDate', { textDocument: { uri: PAGE } });
  assert.equal(await says('playbook.updateDate', '1234'), 'Nothing to change');
  assert.equal(client.requests.filter(({ method }) => method === 'workspace/applyEdit').length, 1);
  await client.stop();

  const broken = await started(
    playbookWith(GOOD_ROW, '| 0999 | Ask | O | SME | Teams |', '| 1300 | Check | O | SME |'),
  );
  const { applied, message } = await runAt(broken, 'playbook.sortTasks', '1234');
  assert.ok(applied);
  assert.match(message ?? '', /^1 row stays in its place/);
  assert.deepEqual(shown(broken), [message]);
  await broken.stop();
});

test('a page that is closed, ignored, turned off or no playbook is not changed', async () => {
  const client = await started(ENGLISH, {}, [[OTHER, ENGLISH]]);
  const closed = await run(client, 'playbook.sortTasks', { uri: OTHER, range: placeOf(client, '1234') });
  assert.deepEqual(closed, { applied: false, message: '"other.md" isn\'t open in the editor' });
  assert.deepEqual(await run(client, 'playbook.updateDate', { textDocument: { uri: 'no uri' } }), {
    applied: false,
    message: '"no uri" isn\'t open in the editor',
  });
  await client.open('file:///site/readme.md', '# Text\n');
  assert.equal(
    (await run(client, 'playbook.updateDate', { textDocument: { uri: 'file:///site/readme.md' } })).message,
    "This page isn't a playbook",
  );
  await client.stop();
  const off = await started(ENGLISH, { settings: () => ({ enable: false }) });
  assert.match((await runAt(off, 'playbook.sortTasks', '1234')).message ?? '', /^Checking is off for this page/);
  assert.ok(!off.requests.some(({ method }) => method === 'workspace/applyEdit'));
  await off.stop();
});

test('a command for an earlier version of the page is rejected, and the author is told', async () => {
  const client = await started(ENGLISH);
  await client.replace(PAGE, 'Check the network', 'Check it');
  await assert.rejects(
    run(client, 'playbook.sortTasks', {
      textDocument: { uri: PAGE, version: 1 },
      position: { line: 20, character: 2 },
    }),
    { code: LSPErrorCodes.ContentModified, message: 'The page changed. Try again.' },
  );
  assert.deepEqual(shown(client), ['The page changed. Try again.']);
  const current = { textDocument: { uri: PAGE, version: 2 }, position: { line: 20, character: 2 } };
  assert.equal((await run(client, 'playbook.sortTasks', current)).applied, true);
  await client.stop();
});

test('an editor that refuses the edits gives the reason', async () => {
  const client = await started(ENGLISH, { readOnly: 'the buffer is read-only' });
  const { applied, message } = await runAt(client, 'playbook.sortTasks', '1234');
  assert.equal(applied, false);
  assert.equal(message, "The editor didn't change the page: the buffer is read-only");
  assert.equal(client.text(PAGE), ENGLISH);
  await client.stop();
});

test('unknown commands, and arguments that no command has, are errors that say what is wrong', async () => {
  const client = await started(ENGLISH);
  const position = { line: 20, character: 2 };
  const textDocument = { uri: PAGE };
  const cases: readonly (readonly [command: string, argument: unknown, message: RegExp])[] = [
    ['playbook.none', { textDocument, position }, /^Unknown command: playbook\.none$/],
    ['playbook.sortTasks', undefined, /requires an argument: an object with "textDocument"/],
    ['playbook.sortTasks', null, /requires an argument/],
    ['playbook.sortTasks', 'file:///site/page.md', /requires an argument/],
    ['playbook.sortTasks', [], /requires an argument/],
    ['playbook.sortTasks', { position }, /requires "textDocument" with the "uri" of a page/],
    ['playbook.sortTasks', { textDocument: { uri: 7 }, position }, /requires "textDocument"/],
    ['playbook.sortTasks', { textDocument }, /requires a "position" or a "range"/],
    ['playbook.sortTasks', { textDocument, position: { line: -1, character: 0 } }, /requires a "position"/],
    ['playbook.sortTasks', { textDocument, range: { start: position } }, /requires a "position" or a "range"/],
    ['playbook.updateDate', { textDocument, range: 'all' }, /requires a "position" or a "range"/],
    ['playbook.sortTasks', { textDocument: { ...textDocument, version: '1' }, position }, /must be a number/],
    ['playbook.sortTasks', { textDocument, position, taskId: '1' }, /can't contain "taskId"/],
    ['playbook.insertTaskRow', { textDocument, position, taskid: '1' }, /can't contain "taskid"/],
    ['playbook.insertTaskRow', { textDocument, position, taskId: 1234 }, /^"taskId" must be a string$/],
    ['playbook.insertTaskRow', { textDocument, position, roles: 'sme' }, /^"roles" must be a list of strings$/],
    ['playbook.insertTaskRow', { textDocument, position, roles: [1] }, /^"roles" must be a list of strings$/],
    ['playbook.pasteTaskRows', { textDocument, position }, /requires "text"/],
    ['playbook.sortTasks', { textDocument, position, constructor: 1 }, /can't contain "constructor"/],
  ];
  for (const [command, argument, message] of cases)
    await assert.rejects(run(client, command, argument), { code: ErrorCodes.InvalidParams, message }, String(message));
  await assert.rejects(client.request('workspace/executeCommand', {}), /Unknown command/);
  assert.equal(client.text(PAGE), ENGLISH);
  await client.stop();
});

test('any range is understood: outside the page, or from its end to its start', async () => {
  const client = await started(ENGLISH);
  const end = { line: 20, character: 2 };
  const range = { start: { line: 21, character: 4 }, end };
  const { applied } = await run(client, 'playbook.toggleMandatory', { textDocument: { uri: PAGE }, range });
  assert.ok(applied);
  assert.match(client.text(PAGE), /Check the network \| O \|[^]*Ask the team \| M \|/);
  const outside = { line: 9999, character: 9999 };
  assert.equal(
    (await run(client, 'playbook.toggleMandatory', { textDocument: { uri: PAGE }, position: outside })).applied,
    false,
  );
  await client.stop();
});

test('positions of a command are in the encoding of the client', async () => {
  const client = await started(CHINESE, {
    capabilities: { ...OTHER_EDITOR, general: { positionEncodings: ['utf-8'] } },
  });
  const line = CHINESE.split('\n').findIndex((text) => text.includes('询问团队𠮷'));
  const position = { line, character: Buffer.byteLength('| 0999 | 询问团队𠮷 | O') };
  const { applied } = await run(client, 'playbook.toggleMandatory', { textDocument: { uri: PAGE }, position });
  assert.ok(applied);
  const [edit] = client.editsOf({ changes: lastEdit(client).changes ?? {} }, PAGE);
  assert.equal(edit, undefined);
  const change = lastEdit(client).documentChanges?.[0] as { edits: TextEdit[] };
  assert.equal(change.edits[0]?.range.start.character, Buffer.byteLength('| 0999 | 询问团队𠮷 | '));
  await client.stop();
});

test('the commands are announced to editors that make edits, and never to our own client, which registers them itself', async () => {
  const commandsOf = async (setup: ClientSetup): Promise<readonly string[] | undefined> => {
    const client = await TestClient.inMemory(setup);
    await client.stop();
    return client.result?.capabilities.executeCommandProvider?.commands;
  };
  const all = await commandsOf({ capabilities: OTHER_EDITOR, initializationOptions: {} });
  assert.deepEqual(
    [...(all ?? [])].sort(),
    [
      ...new Set([
        ...COMMANDS.map(([id]) => id),
        'playbook.escapePipe',
        'playbook.fixAll',
        'playbook.checkWorkspace',
        'playbook.nextCell',
        'playbook.previousCell',
        'playbook.openCounterpart',
      ]),
    ].sort(),
  );
  assert.deepEqual(await commandsOf({ capabilities: {}, initializationOptions: {} }), ['playbook.checkWorkspace']);
  assert.equal(await commandsOf({ capabilities: OTHER_EDITOR }), undefined);
});

test('without versioned edits, a command sends the edits by URI', async () => {
  const client = await started(ENGLISH, {
    capabilities: { ...OTHER_EDITOR, workspace: { applyEdit: true } },
  });
  assert.ok((await runAt(client, 'playbook.sortTasks', '1234')).applied);
  assert.deepEqual(Object.keys(lastEdit(client).changes ?? {}), [PAGE]);
  await client.stop();
});
