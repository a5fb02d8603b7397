import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FileChangeType } from 'vscode-languageserver/node';
import type {
  EditAnswer,
  EditCommand,
  RenderedTablesResult,
  TaskPreview,
  TaskPreviewResult,
  TaskVersionsResult,
  TryEditResult,
} from '../../server/src/protocol/index.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const FIRST_ROW = 20;

async function opened(
  uri: string,
  text: string,
  setup: Parameters<typeof TestClient.inMemory>[0] = {},
): Promise<TestClient> {
  const client = await TestClient.inMemory(setup);
  await client.open(uri, text);
  return client;
}

const answered = (client: TestClient, uri: string): Promise<TaskPreviewResult> =>
  client.request('playbook/taskPreview', { uri });

async function preview(client: TestClient, uri: string): Promise<TaskPreview | null> {
  const result = await answered(client, uri);
  return result !== null && 'rows' in result ? result : null;
}

describe('the tasks of an open page', () => {
  test('contain the words, problems and positions of the page', async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW, BAD_ROW, '| 1236 | Ask M | SME | Teams |'));
    assert.equal((await preview(client, PAGE))?.hasAllProblems, false, 'a preview does not check the page');
    await client.problems(PAGE);
    const result = await preview(client, PAGE);
    assert.ok(result);
    assert.ok(result.hasAllProblems);
    assert.equal(result.version, 1);
    assert.deepEqual(result.pages, [
      {
        uri: PAGE,
        file: 'page.md',
        title: 'Assess the network',
        language: 'en',
        languageName: 'English',
        phases: [],
        audience: ['partner'],
      },
    ]);
    assert.deepEqual(
      result.tables.map(({ page, line, section, step, letters }) => ({ page, line, section, step, letters })),
      [{ page: 0, line: 18, section: '', step: '', letters: { mandatory: 'M', optional: 'O' } }],
    );
    assert.deepEqual(
      result.rows.map(({ line, obligation, broken }) => [line, obligation, broken]),
      [
        [FIRST_ROW, 'mandatory', null],
        [FIRST_ROW + 1, null, null],
        [FIRST_ROW + 2, null, '| 1236 | Ask M | SME | Teams |'],
      ],
    );
    assert.deepEqual(result.rows[0]?.services, {
      start: 54,
      end: 62,
      source: 'Exchange',
      terms: [{ text: 'Exchange', id: 'exchange' }],
    });
    assert.deepEqual(
      result.rows[1]?.problems.map(({ severity, ruleId, column }) => ({ severity, ruleId, column })),
      [{ severity: 'error', ruleId: 'task-mo-letter', column: 'mo' }],
    );
    assert.ok(result.words.roles.some(({ id, label }) => id === 'fasttrack-manager' && label === 'FastTrack Manager'));
    assert.match('1234', new RegExp(result.words.taskId.pattern));
    await client.stop();
  });

  test('use the agreed encoding', async () => {
    const capabilities = { ...FULL_CLIENT, general: { positionEncodings: ['utf-8'] } };
    const client = await opened(PAGE, playbookWith('| 1234 | 任务 👩 | M | SME | Teams |'), { capabilities });
    const row = (await preview(client, PAGE))?.rows[0];
    assert.deepEqual([row?.name?.start, row?.name?.end, row?.mo?.start], [9, 20, 23]);
    await client.stop();
  });

  test('exist for a document without a file or a folder', async () => {
    for (const [uri, file] of [
      ['untitled:Untitled-1', 'Untitled-1'],
      ['vscode-vfs://github/a/b/page.md', 'page.md'],
      ['file:///elsewhere/page.md', 'page.md'],
    ] as const) {
      const client = await opened(uri, playbookWith(GOOD_ROW));
      const result = await preview(client, uri);
      assert.deepEqual([result?.pages[0]?.uri, result?.pages[0]?.file, result?.rows.length], [uri, file, 1]);
      const answer = await client.request<TryEditResult>('playbook/tryEdit', {
        uri,
        version: 1,
        range: rangeAt(FIRST_ROW),
        command: 'setCell',
        args: { column: 'mo', text: 'X' },
      });
      assert.deepEqual('problems' in answer && answer.problems.map(({ ruleId }) => ruleId), ['task-mo-letter']);
      await client.stop();
    }
  });

  test("don't exist for other pages, or if checking is off or the page isn't open", async () => {
    const client = await opened(PAGE, '# Readme\n\n| a | b |\n|---|---|\n');
    assert.deepEqual(await answered(client, PAGE), { notChecked: 'no-playbook' });
    assert.equal(await answered(client, 'file:///site/closed.md'), null);
    assert.equal(await client.request<RenderedTablesResult>('playbook/renderedTables', { uri: PAGE }), null);
    await client.stop();
    const off = await opened(PAGE, playbookWith(GOOD_ROW), { settings: () => ({ enable: false }) });
    assert.deepEqual(await answered(off, PAGE), { notChecked: 'switched-off' });
    assert.equal(await off.request<TaskVersionsResult>('playbook/taskVersions', { uri: PAGE }), null);
    await off.stop();
  });

  test("don't exist while the file is gone, even if the page is still open", async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW));
    const fileChanged = (type: FileChangeType): Promise<void> =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: PAGE, type }] });
    await fileChanged(FileChangeType.Deleted);
    assert.deepEqual(await answered(client, PAGE), { notChecked: 'gone' });
    await fileChanged(FileChangeType.Created);
    const preview = await answered(client, PAGE);
    assert.ok(preview !== null && 'rows' in preview);
    await client.stop();
  });

  test("don't exist if the configuration ignores the page", async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW), {
      files: new Map([['file:///site/.playbooklint.json', '{"ignore": ["page.md"]}']]),
    });
    assert.deepEqual(await answered(client, PAGE), { notChecked: 'ignored' });
    await client.stop();
  });
});

function rangeAt(
  line: number,
  character = 0,
): { start: { line: number; character: number }; end: { line: number; character: number } } {
  return { start: { line, character }, end: { line, character } };
}

describe('a cell', () => {
  const ask = <Answer>(client: TestClient, method: string, line: number, command: EditCommand): Promise<Answer> =>
    client.request(method, { uri: PAGE, version: client.texts.get(PAGE)?.version, range: rangeAt(line), ...command });

  test('is set', async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW));
    const answer = await ask<EditAnswer>(client, 'playbook/edit', FIRST_ROW, {
      command: 'setCell',
      args: { column: 'services', text: ['teams', 'exchange'] },
    });
    assert.deepEqual(answer, {
      edits: [
        {
          range: { start: { line: FIRST_ROW, character: 54 }, end: { line: FIRST_ROW, character: 62 } },
          newText: 'Teams / Exchange',
        },
      ],
    });
    assert.deepEqual(
      await ask(client, 'playbook/edit', FIRST_ROW, {
        command: 'setCell',
        args: { column: 'services', text: 'Exchange' },
      }),
      { edits: [] },
    );
    assert.deepEqual(
      await ask(client, 'playbook/edit', FIRST_ROW - 2, {
        command: 'setCell',
        args: { column: 'services', text: 'x' },
      }),
      { refused: "This isn't a row of a task table" },
    );
    await client.stop();
  });

  test('is tried: returns the problems of its row, and changes nothing', async () => {
    const client = await opened(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
    const tried = async (line: number, command: EditCommand): Promise<unknown> => {
      const answer = await ask<TryEditResult>(client, 'playbook/tryEdit', line, command);
      return 'refused' in answer ? answer.refused : answer.problems.map(({ ruleId, column }) => [ruleId, column]);
    };
    assert.deepEqual(await tried(FIRST_ROW, { command: 'setCell', args: { column: 'services', text: 'Nothing' } }), [
      ['task-service-unknown', 'services'],
    ]);
    assert.deepEqual(await tried(FIRST_ROW + 1, { command: 'setCell', args: { column: 'mo', text: 'mandatory' } }), []);
    assert.deepEqual(
      await tried(FIRST_ROW + 1, { command: 'setCell', args: { column: 'mo', text: 'X' } }),
      [['task-mo-letter', 'mo']],
      'nothing to change',
    );
    assert.deepEqual(await tried(FIRST_ROW, { command: 'setCell', args: { column: 'task-id', text: '1235' } }), []);
    assert.deepEqual(await tried(FIRST_ROW + 1, { command: 'setCell', args: { column: 'task-id', text: '1234' } }), [
      ['task-id-duplicate', 'task-id'],
      ['task-mo-letter', 'mo'],
    ]);
    assert.equal(
      await tried(0, { command: 'setCell', args: { column: 'mo', text: 'X' } }),
      "This isn't a row of a task table",
    );
    assert.equal(client.text(PAGE), playbookWith(GOOD_ROW, BAD_ROW));
    assert.deepEqual((await preview(client, PAGE))?.rows[1]?.id?.source, '1235');
    const old = await client.request('playbook/tryEdit', {
      uri: PAGE,
      version: 0,
      range: rangeAt(FIRST_ROW),
      command: 'setCell',
      args: { column: 'mo', text: 'X' },
    });
    assert.deepEqual(old, { refused: 'The page changed. Try again.' });
    await client.stop();
  });

  test('is tried with the other pages as well', async () => {
    const other = 'file:///site/other.md';
    const files = new Map([
      [PAGE, playbookWith(GOOD_ROW)],
      [other, playbookWith(GOOD_ROW)],
    ]);
    const client = await opened(PAGE, playbookWith(GOOD_ROW), { files });
    await client.request('playbook/checkWorkspace', {});
    const answer = await ask<TryEditResult>(client, 'playbook/tryEdit', FIRST_ROW, {
      command: 'setCell',
      args: { column: 'mo', text: 'optional' },
    });
    assert.deepEqual('problems' in answer && answer.problems.map(({ ruleId, column }) => [ruleId, column]), [
      ['task-mo-inconsistent', 'mo'],
    ]);
    assert.deepEqual(
      (await client.problems(PAGE)).map(({ code }) => code).includes('task-mo-inconsistent'),
      false,
      'nothing was kept',
    );
    await client.stop();
  });
});

test('each reader sees different tables', async () => {
  const client = await opened(PAGE, playbookWith(`${GOOD_ROW} lost |`, 'Text'));
  const result = await client.request<RenderedTablesResult>('playbook/renderedTables', { uri: PAGE });
  assert.deepEqual(
    result?.tables.map(({ heading, line, isTaskTable, gfm, docfx }) => [
      heading,
      line,
      isTaskTable,
      gfm.isTable,
      gfm.reason,
      docfx.isTable,
      docfx.reason,
    ]),
    [['FTOP Tasks', 18, true, true, null, false, 'A line has no pipe: "Text"']],
  );
  assert.deepEqual(result?.tables[0]?.gfm.rows, [
    { line: FIRST_ROW, cells: ['1234', 'Check the network', 'M', 'FastTrack Engineer', 'Exchange'], lost: ['lost'] },
    { line: FIRST_ROW + 1, cells: ['Text', '', '', '', ''], lost: [], isShort: true },
  ]);
  await client.stop();
});

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

describe('all languages of a page', () => {
  const english = 'file:///site/english-playbook/network-partner.md';
  const german = 'file:///site/german-playbook/network-partner-de.md';

  test('are compared side by side, with the same differences as in the rules', async () => {
    const files = new Map([
      [english, playbookWith(GOOD_ROW, GOOD_ROW, '| 2000 | **Only** [here](a.md) | O | SME | Teams |')],
      [
        german,
        `${[...GERMAN, '| 3000 | Nur hier | E | SME | Teams |', '| 1234 | Netzwerk prüfen | O | FastTrack-Manager | Exchange |'].join('\r\n')}\r\n`,
      ],
    ]);
    const client = await opened(german, files.get(german) ?? '', { files });
    const result = await client.request<TaskVersionsResult>('playbook/taskVersions', { uri: german });
    assert.deepEqual(
      result?.pages.map(({ uri, file, languageName, isOwn }) => [uri, file, languageName, isOwn]),
      [
        [english, 'english-playbook/network-partner.md', 'English', false],
        [german, 'german-playbook/network-partner-de.md', 'German', true],
      ],
    );
    const [first, second, only, extra] = result.tasks;
    assert.deepEqual(
      result.tasks.map(({ id }) => id),
      ['1234', '1234', '2000', '3000'],
    );
    assert.deepEqual(first?.versions[0], {
      line: FIRST_ROW,
      isBroken: false,
      name: 'Check the network',
      letter: 'M',
      obligation: 'mandatory',
      role: 'FastTrack Engineer',
      services: 'Exchange',
      differs: [],
    });
    assert.deepEqual(first.versions[1], {
      line: 16,
      isBroken: false,
      name: 'Netzwerk prüfen',
      letter: 'O',
      obligation: 'optional',
      role: 'FastTrack-Manager',
      services: 'Exchange',
      differs: ['mo', 'role'],
    });
    assert.deepEqual([second?.versions[0]?.line, second?.versions[1]], [FIRST_ROW + 1, null]);
    assert.deepEqual([only?.versions[0]?.name, only?.versions[1]], ['Only here', null]);
    assert.deepEqual([extra?.versions[0], extra?.versions[1]?.line], [null, 15]);
    await client.stop();
  });

  test('are unknown for a page outside the workspace', async () => {
    const client = await opened('untitled:Untitled-1', playbookWith(GOOD_ROW));
    assert.equal(
      await client.request<TaskVersionsResult>('playbook/taskVersions', { uri: 'untitled:Untitled-1' }),
      null,
    );
    await client.stop();
  });
});
