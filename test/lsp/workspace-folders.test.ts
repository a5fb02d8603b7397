// Which folder is the workspace, in whatever way the client names it, or if it names none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, InitializeParams } from 'vscode-languageserver/node';
import { POOR_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const row = (letter: string): string => GOOD_ROW.replace('| M |', `| ${letter} |`);
const A = 'file:///home/ada/guide/a.md';
const B = 'file:///home/ada/guide/b.md';

async function started(
  files: Iterable<readonly [string, string]>,
  setup: ClientSetup = {},
): Promise<{ client: TestClient; host: MemoryFiles }> {
  const host = new MemoryFiles(files);
  const client = await TestClient.inMemory(
    { capabilities: POOR_CLIENT, initializationOptions: {}, folders: null, ...setup },
    { host },
  );
  return { client, host };
}

const codes = (client: TestClient, uri: string): unknown[] =>
  (client.published.get(uri)?.diagnostics ?? []).map(({ code }: Diagnostic) => code);

const PAGES: readonly (readonly [string, string])[] = [
  [A, playbookWith(row('M'))],
  [B, playbookWith(row('O'))],
];

for (const [name, params] of [
  ['a root URI', { rootUri: 'file:///home/ada/guide' }],
  ['a root path', { rootPath: '/home/ada/guide' }],
  ['an empty list of folders and a root URI', { rootUri: 'file:///home/ada/guide', workspaceFolders: [] }],
  ['workspace folders', { workspaceFolders: [{ uri: 'file:///home/ada/guide', name: 'guide' }] }],
] as const satisfies readonly (readonly [string, Partial<InitializeParams>])[])
  test(`${name} is the workspace`, async () => {
    const { client } = await started(PAGES, { params: params as Partial<InitializeParams> });
    await client.open(A, playbookWith(row('M')));
    await client.until('the problem', () => codes(client, A).includes('task-mo-inconsistent'));
    await client.stop();
  });

test('without a root, the pages of the same folder and its subfolders are compared, and its configuration applies', async () => {
  const { client } = await started([
    ...PAGES,
    ['file:///home/ada/guide/.playbooklint.json', '{ "rules": { "task-mo-letter": "off" } }'],
    ['file:///home/ada/other/c.md', playbookWith(row('O'))],
  ]);
  await client.open(A, playbookWith(row('M'), BAD_ROW));
  await client.until('the problem', () => codes(client, A).includes('task-mo-inconsistent'));
  assert.ok(!codes(client, A).includes('task-mo-letter'));
  const related = client.published.get(A)?.diagnostics.flatMap(({ relatedInformation = [] }) => relatedInformation);
  assert.ok(!JSON.stringify(related).includes('other/c.md'));
  await client.stop();
});

test('a docset around the page is the workspace, as on the command line', async () => {
  const page = 'file:///home/ada/guide/en/a.md';
  const { client } = await started([
    ['file:///home/ada/guide/docfx.json', '{}'],
    [page, playbookWith(row('M'))],
    ['file:///home/ada/guide/assess/b.md', playbookWith(row('O'))],
  ]);
  await client.open(page, playbookWith(row('M')));
  await client.until('the problem', () => codes(client, page).includes('task-mo-inconsistent'));
  await client.stop();
});

test('each opened page brings its folder, until the client names folders', async () => {
  const c = 'file:///home/ada/other/c.md';
  const d = 'file:///home/ada/other/d.md';
  const { client, host } = await started([...PAGES, [c, playbookWith(row('M'))], [d, playbookWith(row('O'))]]);
  await client.open(A, playbookWith(row('M')));
  await client.until('the problem', () => codes(client, A).includes('task-mo-inconsistent'));
  await client.open(c, playbookWith(row('M')));
  await client.until('the other problem', () => codes(client, c).includes('task-mo-inconsistent'));
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'file:///home/ada/other', name: 'other' }], removed: [] },
  });
  await client.until('only the folder of the client', () => !codes(client, A).includes('task-mo-inconsistent'));
  host.reads = [];
  await client.open(B, playbookWith(row('O')));
  await client.until('its problems', () => client.published.has(B));
  assert.ok(!codes(client, B).includes('task-mo-inconsistent'));
  await client.stop();
});

test('a folder with too many files, such as a home folder, is not read; the page itself is checked', async () => {
  const many = Array.from({ length: 10_001 }, (_, index) => [`file:///home/ada/files/${index}.txt`, ''] as const);
  const page = 'file:///home/ada/a.md';
  const { client, host } = await started([
    ...many,
    [page, playbookWith(row('M'))],
    ['file:///home/ada/b.md', playbookWith(row('O'))],
  ]);
  await client.open(page, playbookWith(row('M'), BAD_ROW));
  await client.until('the problems', () => codes(client, page).includes('task-mo-letter'));
  await client.until('the log', () =>
    client.said('window/logMessage').some((one) => JSON.stringify(one).includes('it has more than 10,000 files')),
  );
  assert.ok(!host.reads.some((uri) => uri.endsWith('b.md')));
  assert.ok(!codes(client, page).includes('task-mo-inconsistent'));
  await client.stop();
});

test('the folder of other Markdown files, of pages without a file, and of pages in our own client is not read', async () => {
  const { client, host } = await started(PAGES);
  await client.open('file:///home/ada/guide/readme.md', '# Text\n');
  await client.open('untitled:Untitled-1', playbookWith(row('M')));
  await client.until('the problems', () => client.published.has('untitled:Untitled-1'));
  assert.ok(!host.reads.some((uri) => uri === A || uri === B), host.reads.join());
  await client.stop();
  const ours = await started(PAGES, { initializationOptions: { readFile: true }, files: new Map(PAGES) });
  await ours.client.open(A, playbookWith(row('M')));
  await ours.client.until('the problems', () => ours.client.published.has(A));
  assert.ok(!ours.client.requests.some(({ method }) => method === 'playbook/listFiles'));
  await ours.client.stop();
});
