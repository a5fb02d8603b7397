import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { FOR_INFORMATION } from '../../client/webviews/preview/columns';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { taskSheet } from '../../client/src/common/preview/task-sheet';
import { english } from '../support/english';
import type {
  PlanTaskEditResult,
  TaskEditPlan,
  TaskFileFormat,
  TaskFileResult,
  TaskPreview,
  TaskSheet,
} from '../../server/src/protocol/index.js';
import { readCsv, readXlsx, writeCsv, writeXlsx } from '../../server/src/sheets/index.js';
import { TestClient, type ClientSetup } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { corpus, noCorpus } from '../support/project.js';

const NETWORK = 'file:///site/pages/network.md';
const CHINESE = 'file:///site/%E4%B8%AD%E6%96%87%20pages/%E7%BD%91%E7%BB%9C.md';
const CHINESE_PAGE = [
  '---',
  'ft.audience: partner',
  '---',
  '',
  '# 网络',
  '',
  '#### FTOP 任务',
  '',
  '| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |',
  '|---|---|---|---|---|',
  '| 1234 | 检查网络 | M | FastTrack 工程师 | Exchange |',
  '',
].join('\n');
const PAGES: readonly (readonly [string, string])[] = [
  [NETWORK, playbookWith(GOOD_ROW, '| 0983 | Check the proxy | O | FastTrack Manager | Exchange |')],
  [CHINESE, CHINESE_PAGE],
  ['file:///site/README.md', '# Read me\n'],
];

const SHEET: TaskSheet = {
  name: 'Tasks',
  columns: ['File', 'Row', 'Task ID', 'Task Name'],
  rows: [
    ['pages/network.md', 1, '0983', '=A | B'],
    ['中文 pages/网络.md', 1, '1234', '检查\n网络'],
  ],
};

function clientWith(setup: ClientSetup = {}): Promise<TestClient> {
  return TestClient.inMemory({ files: new Map(PAGES), ...setup });
}

async function fileOf(client: TestClient, format: TaskFileFormat, sheet = SHEET): Promise<Buffer> {
  const { base64 } = await client.request<TaskFileResult>('playbook/taskFile', { sheet, format });
  return Buffer.from(base64, 'base64');
}

function csv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'));
}

interface Asked {
  readonly fileName?: string;
  readonly uri?: string;
}

async function plan(
  client: TestClient,
  bytes: Uint8Array,
  { fileName = 'edited.csv', uri }: Asked = {},
): Promise<TaskEditPlan> {
  const found = await client.request<PlanTaskEditResult>('playbook/planTaskEdit', {
    fileName,
    base64: Buffer.from(bytes).toString('base64'),
    uri: uri ?? null,
    forInformation: FOR_INFORMATION,
  });
  assert.ok(found !== null);
  return found;
}

describe('tasks as a file', () => {
  test('are written in all formats', async () => {
    const client = await clientWith();
    const text = async (format: TaskFileFormat): Promise<string> => (await fileOf(client, format)).toString('utf8');
    const read = [
      ['pages/network.md', '1', '0983', '=A | B'],
      ['中文 pages/网络.md', '1', '1234', '检查\n网络'],
    ];
    assert.match(await text('csv'), /^\uFEFFFile,Row,Task ID,Task Name\r\npages\/network.md,1,0983,'=A \| B\r\n/);
    assert.match(await text('tsv'), /^\uFEFFFile\tRow\t.*\r\npages\/network.md\t1\t0983\t'=A \| B\r\n/);
    assert.deepEqual(readCsv(await fileOf(client, 'tsv')).rows, read);
    assert.deepEqual(readXlsx(await fileOf(client, 'xlsx'))[0]?.rows, read);
    assert.deepEqual(JSON.parse(await text('json'))[1], {
      File: '中文 pages/网络.md',
      Row: 1,
      'Task ID': '1234',
      'Task Name': '检查\n网络',
    });
    assert.match(
      await text('markdown'),
      /\n\| pages\/network.md \| 1 \| 0983 \| =A \\\| B \|\n.*检查<br \/>网络 \|\n$/,
    );
    await client.stop();
  });

  test("are rejected with a message for authors if the format can't hold them", async () => {
    const client = await clientWith();
    await assert.rejects(
      fileOf(client, 'xlsx', { ...SHEET, rows: [['x'.repeat(40_000)]] }),
      /A2.* longer than Excel can hold/,
    );
    await client.stop();
  });
});

describe('exported tasks', () => {
  const broken = playbookWith(
    GOOD_ROW,
    '| None | N/A | N/A | N/A | N/A |',
    '| | A name \\| two | | | |',
    '| 1236 | One | cell too many | M | FastTrack Engineer | Exchange |',
    '| 1238 | Two | M | FE | Exchange || 1239 | rows | M | FE | Exchange |',
    '| [1237](b.md) | No closing pipe | O | FE | Exchange',
    '||||||',
  );

  test('of a page change nothing when they are imported', async () => {
    const client = await clientWith();
    for (const [uri, text] of [
      [NETWORK, broken],
      ['untitled:Untitled-1', broken.replaceAll('\n', '\r\n')],
      [CHINESE, CHINESE_PAGE],
    ] as const) {
      await client.open(uri, text);
      const preview = await client.request<TaskPreview>('playbook/taskPreview', { uri });
      assert.ok(preview.rows.length > 0);
      for (const format of ['csv', 'tsv', 'xlsx'] as const)
        assert.deepEqual(
          await plan(client, await fileOf(client, format, taskSheet(preview, null, english)), { uri }),
          { changes: [], problems: [] },
          `${uri} ${format}`,
        );
    }
    await client.stop();
  });

  test('of the workspace change nothing when they are imported', async () => {
    const client = await clientWith({ files: new Map([...PAGES, ['file:///site/broken.md', broken]]) });
    const preview = await client.request<TaskPreview>('playbook/workspaceTasks', {});
    assert.deepEqual(
      preview.pages.map(({ file }) => file),
      ['broken.md', 'pages/network.md', '中文 pages/网络.md'],
    );
    for (const format of ['csv', 'tsv', 'xlsx'] as const)
      assert.deepEqual(
        await plan(client, await fileOf(client, format, taskSheet(preview, null, english))),
        { changes: [], problems: [] },
        format,
      );
    await client.stop();
  });

  test('of all real pages change nothing when they are imported', { skip: noCorpus }, async () => {
    const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const client = await clientWith({
      files: new Map(names.map((name) => [`file:///site/${name}`, readFileSync(join(corpus, name), 'utf8')])),
    });
    const preview = await client.request<TaskPreview>('playbook/workspaceTasks', {});
    assert.ok(preview.rows.length > 500);
    assert.deepEqual(await plan(client, await fileOf(client, 'xlsx', taskSheet(preview, null, english))), {
      changes: [],
      problems: [],
    });
    await client.stop();
  });
});

describe('an edited table of tasks', () => {
  test('results in changes with their places, in open documents and in files', async () => {
    const client = await clientWith();
    await client.open(NETWORK, PAGES[0]?.[1] ?? '');
    await client.replace(NETWORK, '---\ntitle', '---\n# not saved\ntitle');
    const { changes, problems } = await plan(
      client,
      csv('File,Task ID,Task Name', 'pages/network.md,983,Check all proxies', '中文 pages/网络.md,1234,检查所有网络'),
    );
    assert.deepEqual(problems, []);
    const [english, chinese] = changes;
    const line = client
      .text(NETWORK)
      .split('\n')
      .findIndex((text) => text.startsWith('| 0983'));
    assert.deepEqual(
      [
        english?.uri,
        english?.file,
        english?.line,
        english?.taskId,
        english?.column,
        english?.label,
        english?.before,
        english?.after,
        english?.version,
      ],
      [NETWORK, 'pages/network.md', line, '0983', 'task-name', 'Task Name', 'Check the proxy', 'Check all proxies', 2],
    );
    assert.deepEqual(
      [chinese?.uri, chinese?.file, chinese?.oldText, chinese?.newText, chinese?.version],
      [CHINESE, '中文 pages/网络.md', '检查网络', '检查所有网络', null],
    );
    const edit = { range: english?.range ?? NOWHERE, newText: english?.newText ?? '' };
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(NETWORK, 'markdown', 2, client.text(NETWORK)), [edit]),
      client.text(NETWORK).replace('Check the proxy', 'Check all proxies'),
    );
    await client.stop();
  });

  test('applies to the open page if it names no file, including an untitled page without a folder', async () => {
    for (const [uri, file] of [
      ['untitled:Untitled-1', 'Untitled-1'],
      ['vscode-vfs://github/owner/repo/a%20b.md', 'a b.md'],
    ] as const) {
      const client = await clientWith({ folders: [], files: new Map() });
      await client.open(uri, PAGES[0]?.[1] ?? '');
      for (const sheet of [
        csv('Task ID;M/O', '0983;Mandatory'),
        csv('File;Task ID;M/O', `${file};0983;M`, ';1234;m'),
      ]) {
        const { changes, problems } = await plan(client, sheet, { uri });
        assert.deepEqual(problems, []);
        assert.deepEqual(
          changes.map((change) => [
            change.uri,
            change.file,
            change.column,
            change.before,
            change.after,
            change.version,
          ]),
          [[uri, file, 'mo', 'O', 'M', 1]],
        );
      }
      const { problems } = await plan(client, csv('File,Task ID', 'other.md,1'), { uri });
      assert.deepEqual(problems, [{ row: 2, file: 'other.md', message: `The page "other.md" doesn't exist` }]);
      await client.stop();
    }
  });

  test('applies to other pages that it names, in addition to an open page', async () => {
    const client = await clientWith();
    await client.open(NETWORK, PAGES[0]?.[1] ?? '');
    const { changes } = await plan(client, csv('File,Task ID,M/O', '中文 pages/网络.md,1234,O', ',1234,O'), {
      uri: NETWORK,
    });
    assert.deepEqual(
      changes.map(({ uri }) => uri),
      [CHINESE, NETWORK],
    );
    await client.stop();
  });

  test('has its problems listed by row, and the rest is applied', async () => {
    const client = await clientWith();
    const { changes, problems } = await plan(
      client,
      csv(
        'File,Row,Task ID,Task Name',
        'gone.md,1,1234,x',
        'README.md,1,1234,x',
        'pages/network.md,7,4711,x',
        'pages/network.md,1,1235,',
      ),
    );
    assert.deepEqual(problems, [
      { row: 2, file: 'gone.md', message: `The page "gone.md" doesn't exist` },
      { row: 3, file: 'README.md', message: `The page "README.md" doesn't exist` },
      { row: 4, file: 'pages/network.md', message: 'The page has no task "4711"' },
    ]);
    assert.deepEqual(
      changes.map(({ taskId, column, after }) => [taskId, column, after]),
      [['1234', 'task-id', '1235']],
    );
    await client.stop();
  });

  test('is the sheet of the workbook with the most task columns', async () => {
    const client = await clientWith();
    const notes = { name: 'Notes', columns: ['File', 'What'], rows: [['pages/network.md', 'all']] };
    const tasks = {
      name: 'Tasks',
      columns: ['File', 'Aufgaben-ID', 'Name der Aufgabe'],
      rows: [['pages/network.md', '0983', 'New']],
    };
    const { changes } = await plan(client, writeXlsx([notes, tasks]), { fileName: 'edited.xlsx' });
    assert.deepEqual(
      changes.map(({ after }) => after),
      ['New'],
    );
    const { changes: utf16 } = await plan(client, Buffer.from(writeCsv(tasks, { separator: '\t' }), 'utf16le'));
    assert.deepEqual(
      utf16.map(({ after }) => after),
      ['New'],
    );
    await client.stop();
  });

  test("that isn't one, or has no page, is rejected with a message for authors", async () => {
    const client = await clientWith();
    await client.open('file:///site/README.md', '# Read me\n');
    await assert.rejects(plan(client, new Uint8Array()), /The file is empty/);
    await assert.rejects(
      plan(client, csv('Task ID', '1'), { fileName: 'broken.xlsx' }),
      /The file is damaged or isn't an Excel workbook/,
    );
    await assert.rejects(
      plan(client, csv('Task ID', '1'), { uri: 'file:///site/README.md' }),
      /This page isn't a playbook/,
    );
    await assert.rejects(plan(client, csv('Task ID', '1'), { uri: NETWORK }), /This page isn't a playbook/);
    const off = await clientWith({ settings: () => ({ enable: false }) });
    await off.open(NETWORK, playbookWith(GOOD_ROW));
    await assert.rejects(
      plan(off, csv('Task ID', '1'), { uri: NETWORK }),
      /Checking is off for this page\. .*playbook\.enable/,
    );
    await off.stop();
    assert.deepEqual((await plan(client, csv('Task ID', '1'))).problems, [
      { row: 1, message: 'The sheet has no column "File"' },
    ]);
    await client.stop();
    const alone = await clientWith({ folders: [], files: new Map() });
    assert.equal(
      await alone.request('playbook/planTaskEdit', {
        fileName: 'a.csv',
        base64: Buffer.from('File,Task ID\na.md,1').toString('base64'),
        uri: null,
        forInformation: [],
      }),
      null,
    );
    await alone.stop();
  });
});

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
