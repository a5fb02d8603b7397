import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ExportReportResult, MetadataEditPlan, Report, ReportKind } from '../../server/src/protocol/index.js';
import type { Sheet } from '../../server/src/core/index.js';
import { readCsv, readXlsx, writeCsv, writeXlsx } from '../../server/src/sheets/index.js';
import { formatterFrom } from '../locales/formatter-from.js';
import { TestClient, type ClientSetup } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const NETWORK = 'file:///site/pages/network.md';
const CHINESE = 'file:///site/%E4%B8%AD%E6%96%87%20pages/%E7%BD%91%E7%BB%9C.md';
const PAGES: readonly (readonly [string, string])[] = [
  [NETWORK, playbookWith(GOOD_ROW)],
  [CHINESE, '---\ntitle: "网络"\nft.audience: partner\n---\n\n# 网络\n'],
  ['file:///site/README.md', '---\ntitle: No playbook\n---\n\n# Read me\n'],
];

async function clientWith(setup: ClientSetup = {}): Promise<TestClient> {
  return TestClient.inMemory({ files: new Map(PAGES), ...setup });
}

function report(client: TestClient, kind: ReportKind): Promise<Report | null> {
  return client.request('playbook/report', { kind });
}

async function metadata(client: TestClient): Promise<Report> {
  const found = await report(client, 'metadata');
  assert.ok(found !== null);
  return found;
}

const GERMAN = [
  '---',
  'ft.audience: partner',
  '---',
  '',
  '# Das Netzwerk bewerten',
  '',
  '#### FTOP-Aufgaben',
  '',
  '| Aufgaben-ID | Name der Aufgabe | (E)rforderlich/(O)ptional | FastTrack-Rolle | Dienste |',
  '|---|---|---|---|---|',
  '| 1234 | Das Netzwerk prüfen | O | FastTrack Engineer | Exchange |',
  '',
].join('\n');

describe('a report', () => {
  test('on front matter has a row for each playbook, with its place', async () => {
    const client = await clientWith();
    const { title, columns, rows, places } = await metadata(client);
    assert.equal(title, 'Metadata');
    assert.deepEqual(
      rows.map(([file]) => file),
      ['pages/network.md', '中文 pages/网络.md'],
    );
    assert.equal(rows[1]?.[columns.indexOf('title')], '网络');
    assert.deepEqual(places, [
      { uri: NETWORK, line: 0 },
      { uri: CHINESE, line: 0 },
    ]);
    await client.stop();
  });

  test('on front matter has sort keys for its dates', async () => {
    const page = (date: string): string => playbookWith(GOOD_ROW).replace(/ms\.date: .*/, `ms.date: ${date}`);
    const files = new Map([
      ['file:///site/a.md', page('10/3/2023')],
      ['file:///site/b.md', page('soon')],
      ['file:///site/c.md', page('1/2/2024')],
    ]);
    const client = await clientWith({ files });
    const { columns, sortKeys } = await metadata(client);
    assert.deepEqual(sortKeys[columns.indexOf('ms.date')], [20231003, 'soon', 20240102]);
    assert.equal(sortKeys[columns.indexOf('title')], null);
    await client.stop();
  });

  test('includes unsaved changes in open documents', async () => {
    const client = await clientWith();
    await client.open(NETWORK, playbookWith(GOOD_ROW));
    await client.replace(NETWORK, 'author: Ada Byron', 'author: Ada Lovelace');
    const { columns, rows } = await metadata(client);
    assert.equal(rows[0]?.[columns.indexOf('author')], 'Ada Lovelace');
    await client.stop();
  });

  test('on tasks leads to the row of the task', async () => {
    const client = await clientWith();
    const found = await report(client, 'tasks');
    const line = playbookWith(GOOD_ROW).split('\n').indexOf(GOOD_ROW);
    assert.deepEqual(
      found?.rows.map(([id]) => id),
      ['1234'],
    );
    assert.deepEqual(found.places, [{ uri: NETWORK, line }]);
    await client.stop();
  });

  test('on translations leads to the page, or else to the English page', async () => {
    const files = new Map([
      ['file:///site/english-playbook/network.md', playbookWith(GOOD_ROW)],
      ['file:///site/english-playbook/proxy.md', playbookWith(GOOD_ROW)],
      ['file:///site/german-playbook/network-de.md', GERMAN],
    ]);
    const client = await clientWith({ files });
    const found = await report(client, 'translations');
    assert.ok(found !== null && found.rows.length > 0);
    const named = found.rows.map(
      (row) => row[found.columns.indexOf('Page')] || row[found.columns.indexOf('English page')],
    );
    assert.deepEqual(
      found.places.map((place) => place?.uri),
      named.map((name) => `file:///site/${name}`),
    );
    await client.stop();
  });

  test('is in the language of the editor, and exported in English', async () => {
    const files = new Map([
      ['file:///site/english-playbook/network.md', playbookWith(GOOD_ROW)],
      ['file:///site/german-playbook/network-de.md', GERMAN],
    ]);
    const words = {
      'shown-sheet/language': '{language}',
      'shown-sheet/languageColumn': 'Sprache',
      'shown-sheet/what': 'Unterschied',
      'shown-sheet/letterIn': 'Buchstabe ({language})',
      'difference-texts/otherLetter': 'anderer Buchstabe',
    };
    const client = await TestClient.inMemory({ files, locale: 'de' }, { formatterFor: formatterFrom({ de: words }) });
    const { columns = [], rows = [] } = (await report(client, 'translations')) ?? {};
    assert.deepEqual(columns.slice(0, 3), ['Sprache', 'Unterschied', 'Task']);
    assert.deepEqual(rows[0]?.slice(0, 3), ['Deutsch', 'anderer Buchstabe', '1234']);
    const { rows: tasks = [] } = (await report(client, 'tasks')) ?? {};
    assert.ok(tasks[0]?.includes('Buchstabe (Deutsch)'));
    const text = (await exported(client, 'translations', 'csv')).toString();
    assert.match(text, /Language,What,Task,[^]*German,other letter,1234,/);
    await client.stop();
  });

  test('names the folder if there are several', async () => {
    const files = new Map([
      ['file:///one/a.md', playbookWith()],
      ['file:///two/a.md', playbookWith()],
    ]);
    const client = await clientWith({ files, folders: ['file:///one', 'file:///two'] });
    assert.deepEqual(
      (await metadata(client)).rows.map(([file]) => file),
      ['one/a.md', 'two/a.md'],
    );
    await client.stop();
    const namesakes = await clientWith({
      files: new Map([
        ['file:///one/docs/a.md', playbookWith()],
        ['file:///two/docs/a.md', playbookWith()],
      ]),
      folders: ['file:///one/docs', 'file:///two/docs'],
    });
    const { changes } = await plan(namesakes, csv('File,author', 'file:///two/docs/a.md,Grace Hopper'));
    assert.deepEqual(
      changes.map(({ uri }) => uri),
      ['file:///two/docs/a.md'],
    );
    await namesakes.stop();
  });

  test('leaves out pages that the configuration ignores', async () => {
    const files = new Map([
      ...PAGES,
      ['file:///site/.playbooklint.json', '{"ignore": ["pages/"], "playbooks": ["README.md"]}'],
    ]);
    const client = await clientWith({ files: files as Map<string, string> });
    assert.deepEqual(
      (await metadata(client)).rows.map(([file]) => file),
      ['README.md', '中文 pages/网络.md'],
    );
    await client.stop();
  });

  test('is null without a workspace', async () => {
    const client = await clientWith({ folders: [] });
    for (const kind of ['tasks', 'translations', 'metadata'] as const) assert.equal(await report(client, kind), null);
    assert.equal(await client.request('playbook/exportReport', { kind: 'tasks', format: 'csv' }), null);
    await client.stop();
  });
});

async function exported(client: TestClient, kind: ReportKind, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const content = await client.request<ExportReportResult>('playbook/exportReport', { kind, format });
  assert.ok(content !== null);
  return Buffer.from(content.base64, 'base64');
}

test('a report is exported as CSV and as a workbook with the same content', async () => {
  const client = await clientWith();
  for (const kind of ['tasks', 'translations', 'metadata'] as const) {
    const { columns, rows } = (await report(client, kind)) ?? { columns: [], rows: [] };
    const texts = rows.map((row) => row.map(String));
    const csv = readCsv(await exported(client, kind, 'csv'));
    const [sheet] = readXlsx(await exported(client, kind, 'xlsx'));
    assert.deepEqual([csv.columns, csv.rows], [columns, texts]);
    assert.deepEqual([sheet?.columns, sheet?.rows], [columns, texts]);
  }
  await client.stop();
});

function plan(client: TestClient, bytes: Uint8Array, fileName = 'edited.csv'): Promise<MetadataEditPlan> {
  return client.request('playbook/planMetadataEdit', { fileName, base64: Buffer.from(bytes).toString('base64') });
}

function csv(...lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.join('\r\n'));
}

describe('an edited report', () => {
  test('without edits changes nothing', async () => {
    const client = await clientWith();
    for (const format of ['csv', 'xlsx'] as const) {
      assert.deepEqual(await plan(client, await exported(client, 'metadata', format), `report.${format}`), {
        changes: [],
        problems: [],
      });
    }
    await client.stop();
  });

  test('changes values in files and, including unsaved changes, in open documents', async () => {
    const client = await clientWith();
    await client.open(NETWORK, playbookWith(GOOD_ROW));
    await client.replace(NETWORK, '---\ntitle', '---\n# not saved\ntitle');
    const { changes, problems } = await plan(
      client,
      csv('File,author,title', 'pages/network.md,Grace Hopper,', '中文 pages/网络.md,,新网络'),
    );
    assert.deepEqual(problems, []);
    const [author, title] = changes;
    assert.deepEqual(
      [author?.uri, author?.file, author?.key, author?.before, author?.after, author?.oldText, author?.version],
      [NETWORK, 'pages/network.md', 'author', 'Ada Byron', 'Grace Hopper', 'Ada Byron', 2],
    );
    assert.deepEqual(
      [title?.uri, title?.file, title?.before, title?.after, title?.oldText, title?.newText, title?.version],
      [CHINESE, '中文 pages/网络.md', '网络', '新网络', '"网络"', '"新网络"', null],
    );
    const edited = TextDocument.applyEdits(TextDocument.create(NETWORK, 'markdown', 2, client.text(NETWORK)), [
      { range: author?.range ?? NOWHERE, newText: author?.newText ?? '' },
    ]);
    assert.equal(edited, client.text(NETWORK).replace('Ada Byron', 'Grace Hopper'));
    await client.stop();
  });

  test('adds and removes keys', async () => {
    const client = await clientWith();
    const { changes } = await plan(client, csv('File,ft.owner,ms.reviewer', 'pages/network.md,(remove),v-cyd'));
    assert.deepEqual(changes.map(({ key, before, after }) => [key, before, after]).sort(), [
      ['ft.owner', 'v-bea', null],
      ['ms.reviewer', null, 'v-cyd'],
    ]);
    await client.stop();
  });

  test('has its problems listed by row, and the rest is applied', async () => {
    const client = await clientWith();
    const { changes, problems } = await plan(client, csv('File,author', 'gone.md,A', 'pages/network.md,Grace Hopper'));
    assert.deepEqual(problems, [{ row: 2, file: 'gone.md', message: `The page "gone.md" doesn't exist` }]);
    assert.equal(changes.length, 1);
    await client.stop();
  });

  test('is the sheet of the workbook that names files, whatever the file name is', async () => {
    const client = await clientWith();
    const notes: Sheet = { name: 'Notes', columns: ['Who', 'What'], rows: [['Ann', 'all of them']] };
    const edits: Sheet = { name: 'Edits', columns: ['File', 'author'], rows: [['pages/network.md', 'Grace Hopper']] };
    const { changes } = await plan(client, writeXlsx([notes, edits]), 'edited.csv');
    assert.deepEqual(
      changes.map(({ after }) => after),
      ['Grace Hopper'],
    );
    await client.stop();
  });

  test('can come from an Excel that uses semicolons, in UTF-16', async () => {
    const client = await clientWith();
    const text = writeCsv(
      { name: '', columns: ['File', 'title'], rows: [['中文 pages/网络.md', '新网络']] },
      { separator: ';' },
    );
    const { changes } = await plan(client, Buffer.from(text, 'utf16le'));
    assert.deepEqual(
      changes.map(({ after }) => after),
      ['新网络'],
    );
    await client.stop();
  });

  test("that isn't one is rejected with a message for authors", async () => {
    const client = await clientWith();
    const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['empty.csv', new Uint8Array(), /The file is empty/],
      ['broken.xlsx', csv('File,author'), /The file is damaged or isn't an Excel workbook/],
      ['cut.csv', (await exported(client, 'metadata', 'xlsx')).subarray(0, 200), /The file is damaged/],
      [
        'old.xls',
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        /old format or is password-protected/,
      ],
      ['latin.csv', Buffer.from('File,author\r\npages/network.md,Jos\u00e9', 'latin1'), /isn't UTF-8/],
    ];
    for (const [name, bytes, message] of refused) await assert.rejects(plan(client, bytes, name), message, name);
    await assert.rejects(
      client.request('playbook/planMetadataEdit', { fileName: 'a.csv', base64: '%' }),
      /See the log for details/,
    );
    const { changes, problems } = await plan(client, csv('Page,author', 'pages/network.md,B'));
    assert.deepEqual([changes, problems], [[], [{ row: 1, message: 'The sheet has no column "File"' }]]);
    await client.stop();
  });
});

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
