import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import type { TaskPreview, TaskPreviewResult, WorkspaceTasksResult } from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';

async function opened(
  uri: string,
  text: string,
  setup: Parameters<typeof TestClient.inMemory>[0] = {},
): Promise<TestClient> {
  const client = await TestClient.inMemory(setup);
  await client.open(uri, text);
  return client;
}

async function preview(client: TestClient, uri: string): Promise<TaskPreview | null> {
  const result = await client.request<TaskPreviewResult>('playbook/taskPreview', { uri });
  return result !== null && 'rows' in result ? result : null;
}

const GERMAN = [
  '---',
  'title: Netzwerk',
  'ft.audience: partner',
  '---',
  '',
  '# Netzwerk bewerten',
  '',
  '## Eingaben',
  '',
  '## Ausgaben',
  '',
  '#### FTOP-Aufgaben',
  '',
  '| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | FastTrack-Rolle | Dienste |',
  '|---|---|---|---|---|',
];

describe('the tasks of the workspace', () => {
  const files = new Map([
    [
      'file:///site/b.md',
      playbookWith(
        '| [1234](x.md) | See **[the list](list.md)** | O | FastTrack Engineer | Exchange / Nothing |',
        '| 1236 | Ask M | SME | Teams |',
        '| 1237 | a | M | SME | Teams | 1238 | b | M | SME | Teams |',
      ).replace('#### FTOP', '## Approach\n\n### Ask\n\n#### FTOP'),
    ],
    ['file:///site/a.md', `${[...GERMAN, '| 3000 | Fragen | E | FastTrack-Manager | Teams |'].join('\r\n')}\r\n`],
    ['file:///site/ignored/c.md', playbookWith(GOOD_ROW)],
    ['file:///site/readme.md', '# Readme\n'],
    ['file:///site/.playbooklint.json', '{ "ignore": ["ignored/**"] }'],
  ]);

  test('are sorted by path, with their places, without ignored pages', async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW), { files: new Map(files) });
    const result = await client.request<WorkspaceTasksResult>('playbook/workspaceTasks', {});
    assert.ok(result);
    assert.equal(result.version, null);
    assert.deepEqual(
      result.pages.map(({ file, language, title }) => [file, language, title]),
      [
        ['a.md', 'de', 'Netzwerk'],
        ['b.md', 'en', 'Assess the network'],
        ['page.md', 'en', 'Assess the network'],
      ],
    );
    assert.deepEqual(
      result.tables.map(({ page, section, step, letters, columns }) => [
        page,
        section,
        step,
        letters.mandatory,
        columns.length,
      ]),
      [
        [0, 'Ausgaben', '', 'E', 5],
        [1, 'Approach', 'Ask', 'M', 5],
        [2, '', '', 'M', 5],
      ],
    );
    const [german, linked, merged, joined, open] = result.rows;
    assert.deepEqual(
      [german?.table, german?.line, german?.obligation, german?.role?.terms],
      [0, 15, 'mandatory', [{ text: 'FastTrack-Manager', id: 'fasttrack-manager' }]],
    );
    assert.deepEqual(linked?.id, { start: 3, end: 7, source: '1234' });
    assert.deepEqual(linked.name?.parts, [{ text: 'See ' }, { text: 'the list', href: 'list.md' }]);
    assert.deepEqual(linked.services?.terms, [
      { text: 'Exchange', id: 'exchange' },
      { text: 'Nothing', id: null },
    ]);
    assert.deepEqual(
      [merged?.id?.source, merged?.name, merged?.broken],
      ['1236', null, '| 1236 | Ask M | SME | Teams |'],
    );
    assert.equal(joined?.broken, '| 1237 | a | M | SME | Teams | 1238 | b | M | SME | Teams |');
    assert.equal(open?.table, 2);
    assert.equal(result.rows.length, 5);
    assert.ok(result.words.phases.some(({ label }) => label === 'Assess'));
    await client.stop();
  });

  test('report the progress', async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW), { files: new Map(files) });
    await client.request<WorkspaceTasksResult>('playbook/workspaceTasks', { workDoneToken: 'token' });
    const progress = client.said('$/progress').filter((params) => JSON.stringify(params).includes('"token"'));
    assert.match(JSON.stringify(progress.at(-1)), /"percentage":100,"done":(\d+),"total":\1/);
    await client.stop();
  });

  test('can be canceled while the workspace is read, and requested again', async () => {
    const many = new Map(
      Array.from({ length: 400 }, (_, index) => [`file:///site/page-${index}.md`, playbookWith(GOOD_ROW)]),
    );
    const client = await TestClient.inMemory({ files: many });
    const source = new CancellationTokenSource();
    const asked = client.request<WorkspaceTasksResult>(
      'playbook/workspaceTasks',
      { workDoneToken: 'token' },
      source.token,
    );
    await client.until('a first number', () => client.said('$/progress').length > 0);
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.ServerCancelled });
    assert.ok(
      !JSON.stringify(client.said('$/progress')).includes('400 / 400'),
      'the request was canceled before the last page',
    );
    assert.equal((await client.request<WorkspaceTasksResult>('playbook/workspaceTasks', {}))?.rows.length, 400);
    await client.stop();
  });

  test('are null without a workspace', async () => {
    const client = await TestClient.inMemory({ folders: null });
    assert.equal(await client.request<WorkspaceTasksResult>('playbook/workspaceTasks', {}), null);
    await client.stop();
  });
});

describe('the languages of a task', () => {
  const german = 'file:///site/german-playbook/page-de.md';
  const files = new Map([
    [german, `${[...GERMAN, '| [1234](x.md) | Netzwerk | E | FastTrack-Manager | Teams |'].join('\r\n')}\r\n`],
    ['file:///site/notes.md', '# Notes\n\nSee task 1235.\n'],
  ]);
  const page = playbookWith(
    GOOD_ROW,
    BAD_ROW,
    '| | New | M | SME | Teams |',
    '| 1234 | Two cells |',
    '| x | a | M | SME | Teams |',
  );
  const languagesIn = ({ rows, tasks }: TaskPreview): unknown[] =>
    rows.map(({ task }) => (task === null ? null : tasks?.[task]?.languageNames));

  test('are those of all pages with the task in a table, for a page and for the workspace', async () => {
    const client = await opened(PAGE, page, { files: new Map(files) });
    assert.equal(await client.request('playbook/workspaceRead', {}), true);
    const result = await preview(client, PAGE);
    assert.ok(result);
    const both = ['English', 'German'];
    assert.deepEqual(languagesIn(result), [both, ['English'], null, both, null], 'a row without an ID has none');
    assert.equal(result.tasks?.length, 2, 'each task is listed once');
    const all = await client.request<WorkspaceTasksResult>('playbook/workspaceTasks', {});
    assert.ok(all);
    assert.deepEqual(languagesIn(all), [both, both, ['English'], both], 'the German page comes first');
    await client.stop();
  });

  test('change with other pages', async () => {
    const client = await opened(PAGE, page, { files: new Map(files) });
    await client.open(german, files.get(german) ?? '');
    await client.request('playbook/workspaceRead', {});
    await client.change(german, [{ text: (files.get(german) ?? '').replace('1234', '1235') }]);
    await client.request('playbook/workspaceRead', {});
    const result = await preview(client, PAGE);
    assert.deepEqual(result && languagesIn(result).slice(0, 2), [['English'], ['English', 'German']]);
    await client.stop();
  });

  test('are unknown without a workspace', async () => {
    const client = await opened('untitled:Untitled-1', page, { folders: null });
    const result = await preview(client, 'untitled:Untitled-1');
    assert.deepEqual([result?.tasks, result?.rows[0]?.task], [null, null]);
    assert.equal(await client.request('playbook/workspaceRead', {}), false);
    await client.stop();
  });
});
