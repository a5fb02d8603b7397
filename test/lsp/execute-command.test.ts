// The commands of the extension in other editors, through `workspace/executeCommand`.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver/node';
import type { EditAnswer, KnownTasksResult } from '../../server/src/protocol/index.js';
import { TestClient, TODAY } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import {
  CHINESE,
  COMMANDS,
  ENGLISH,
  lastEdit,
  OTHER,
  OTHER_EDITOR,
  PAGE,
  placeOf,
  run,
  runAt,
  shown,
  started,
} from '../support/other-editor.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

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
  assert.match(shown(client).join(), /^2 playbooks checked: \d+ errors?, \d+ warnings?, \d+ info$/);
  await client.until('the problems of the closed page', () => client.published.has(OTHER));
  await client.stop();
});
