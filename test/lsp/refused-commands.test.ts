// Commands that change nothing, or that aren't announced, and what the author reads then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ErrorCodes, LSPErrorCodes, type TextEdit } from 'vscode-languageserver/node';
import { TestClient, type ClientSetup } from '../support/lsp-client.js';
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

test('a command for an earlier version of the page is rejected, and the author reads why', async () => {
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
  await assert.rejects(client.request('workspace/executeCommand', {}), /Invalid params: "command" is missing/);
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
