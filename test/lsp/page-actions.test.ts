// Code actions for editors that don't have our commands.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction, CodeActionContext, TextEdit } from 'vscode-languageserver/node';
import type { EditAnswer, EditCommand } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, TestClient, TODAY, type ClientSetup } from '../support/lsp-client.js';
import { CHINESE, ENGLISH, PAGE, placeOf } from '../support/other-editor.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const [YEAR, MONTH, DAY] = TODAY.split('-');

async function opened(text: string, setup: ClientSetup = {}): Promise<TestClient> {
  const client = await TestClient.inMemory({ initializationOptions: {}, ...setup });
  await client.open(PAGE, text);
  return client;
}

function actionsAt(
  client: TestClient,
  text: string,
  context: Partial<CodeActionContext> = { only: ['refactor'] },
): Promise<CodeAction[]> {
  return client.actions(PAGE, placeOf(client, text), context);
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

/** The additional actions, a place of each, and the request of our own client. */
const ACTIONS: readonly (readonly [title: string, at: string, own: EditCommand])[] = [
  ['Insert a task row below', '1234', { command: 'insertRow' }],
  ['Move the row up', '0999', { command: 'moveRowUp' }],
  ['Move the row down', '0999', { command: 'moveRowDown' }],
  ['Delete the row', '0999', { command: 'deleteRow' }],
  ['Sort the tasks by ID', '0999', { command: 'sortTasks' }],
  ['Compact the table', '0999', { command: 'compactTable' }],
  ['Align the table', '0999', { command: 'alignTable' }],
  ['Set "ms.date" to today', 'ms.topic', { command: 'updateDate' }],
];

/** The actions for the whole page, by kind. */
const SOURCES: readonly (readonly [kind: string, title: string, own: EditCommand])[] = [
  ['source.alignTables.playbook', 'Align all tables', { command: 'alignTable', args: { all: true } }],
  ['source.compactTables.playbook', 'Compact all tables', { command: 'compactTable', args: { all: true } }],
  ['source.updateDate.playbook', 'Set "ms.date" to today', { command: 'updateDate' }],
];

describe('each action makes the edits that our own client gets for its command', () => {
  const pages = { English: ENGLISH, 'English with CRLF': ENGLISH.replaceAll('\n', '\r\n'), Chinese: CHINESE };
  const cases = [
    ...ACTIONS.map(([title, at, own]) => ({ title, at, own, only: 'refactor.rewrite.playbook' })),
    ...SOURCES.map(([only, title, own]) => ({ title, at: '# ', own, only })),
  ];
  for (const [language, text] of Object.entries(pages))
    for (const { title, at, own, only } of cases)
      test(`${title} (${only}) on a page in ${language}`, async () => {
        const client = await opened(text);
        const answer = await client.request<EditAnswer>('playbook/edit', {
          uri: PAGE,
          version: 1,
          range: placeOf(client, at),
          ...own,
        });
        const actions = await actionsAt(client, at, { only: [only] });
        const action = actions.find((one) => one.title === title) ?? assert.fail(titles(actions).join());
        assert.ok('edits' in answer && answer.edits.length > 0);
        assert.deepEqual(client.editsOf(action.edit, PAGE), answer.edits as TextEdit[]);
        assert.equal(action.kind, only);
        assert.equal(action.isPreferred, undefined);
        assert.equal(action.command, undefined, 'it works in a client without commands');
        await client.stop();
      });
});

test('actions are offered only where they apply', async () => {
  const client = await opened(ENGLISH);
  assert.deepEqual(titles(await actionsAt(client, '1234')), [
    'Make the task optional: "O"',
    'Sort the tasks by ID',
    'Compact the table',
    'Align the table',
    'Insert a task row below',
    'Move the row down',
    'Delete the row',
  ]);
  assert.deepEqual(titles(await actionsAt(client, 'Task Name')), [
    'Sort the tasks by ID',
    'Compact the table',
    'Align the table',
    'Insert a task row below',
  ]);
  const log = 'Add a row for today to the refresh log';
  assert.deepEqual(titles(await actionsAt(client, 'Refresh Summary')), [log]);
  assert.deepEqual(titles(await actionsAt(client, 'latest changes')), [log]);
  assert.deepEqual(titles(await actionsAt(client, 'Added the page')), ['Align the table', log, 'Delete the row']);
  assert.deepEqual(titles(await actionsAt(client, '# Assess')), []);
  assert.deepEqual(titles(await actionsAt(client, 'ms.topic')), ['Set "ms.date" to today']);
  await client.stop();
});

test('a new row of the refresh log has the date and the author of the settings', async () => {
  const client = await opened(ENGLISH, { settings: () => ({ author: 'Ada North' }) });
  const action = (await actionsAt(client, 'Refresh Summary'))[0];
  await client.apply(PAGE, action?.edit);
  assert.ok(client.text(PAGE).includes(`\n| ${MONTH}/${DAY}/${YEAR} | Ada North | |\n| 05/02/2019 |`));
  await client.stop();
});

test('fixes come first, and only the kinds that the client asks for are offered', async () => {
  const client = await opened(playbookWith(GOOD_ROW, BAD_ROW));
  const all = await actionsAt(client, '| X |', {});
  const kinds = all.map(({ kind }) => kind);
  assert.ok(kinds.lastIndexOf('quickfix') < kinds.indexOf('refactor.rewrite.playbook'));
  assert.ok(!kinds.some((kind) => kind?.startsWith('source.') === true && kind !== 'source.fixAll.playbook'));
  const source = await actionsAt(client, '| X |', { only: ['source'] });
  assert.ok(source.every(({ kind }) => kind?.startsWith('source.')));
  assert.deepEqual(titles(source.filter(({ kind }) => kind !== 'source.fixAll.playbook')), [
    'Align all tables',
    'Compact all tables',
    'Set "ms.date" to today',
  ]);
  assert.deepEqual(await actionsAt(client, '1234', { only: ['refactor.extract'] }), []);
  assert.deepEqual(await actionsAt(client, '1234', { only: ['source.organizeImports'] }), []);
  assert.deepEqual(
    (await actionsAt(client, '1234', { triggerKind: 2 })).filter(({ kind }) => kind !== 'quickfix'),
    [],
    'not at each move of the caret',
  );
  await client.stop();
});

test('our own client has commands instead, and nothing is offered where checking is off', async () => {
  const ours = await opened(ENGLISH, { initializationOptions: { readFile: true } });
  assert.ok(!titles(await actionsAt(ours, '0999')).includes('Move the row up'));
  assert.deepEqual(await actionsAt(ours, '0999', { only: ['source.alignTables.playbook'] }), []);
  const announced = ours.result?.capabilities.codeActionProvider as { codeActionKinds: string[] };
  assert.deepEqual(announced.codeActionKinds, ['quickfix', 'source.fixAll.playbook', 'refactor.rewrite.playbook']);
  await ours.stop();
  const off = await opened(ENGLISH, { settings: () => ({ enable: false }), capabilities: FULL_CLIENT });
  assert.deepEqual(await actionsAt(off, '0999', {}), []);
  const others = off.result?.capabilities.codeActionProvider as { codeActionKinds: string[] };
  assert.deepEqual(others.codeActionKinds, [...announced.codeActionKinds, ...SOURCES.map(([kind]) => kind)]);
  await off.stop();
});
