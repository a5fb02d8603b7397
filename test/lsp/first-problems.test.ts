/** What an author sees while the other pages are read: the problems of the page itself, and nothing that needs the others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Unread } from '../../server/src/workspace/index.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';

const A = 'file:///site/a.md';
const LINKS = '[One](b.md#ftop-tasks) [two](y.md) [three](z.md) ![four](media/lost.png)';
/** By itself, the page has a wrong letter. Together with the others, it also has two links to nothing. */
const PAGE = `${playbookWith(GOOD_ROW, BAD_ROW)}\n${LINKS}\n`;
const OWN = ['task-mo-letter'];
const ALL = ['image-missing', 'link-target-missing', 'task-mo-inconsistent', 'task-mo-letter'];

/** Files of which one, in the middle of the alphabet, isn't read until the test says so. */
class SlowFiles extends MemoryFiles {
  goOn = (): void => undefined;
  readonly #opened = new Promise<void>((resolve) => (this.goOn = resolve));

  constructor() {
    super([
      [A, PAGE],
      ['file:///site/b.md', playbookWith(GOOD_ROW.replace('| M |', '| O |'))],
      ...Array.from({ length: 30 }, (_, page): [string, string] => [
        `file:///site/c${page}.md`,
        playbookWith(GOOD_ROW),
      ]),
      ['file:///site/m.md', playbookWith()],
      ['file:///site/y.md', playbookWith()],
      ['file:///site/toc.yml', '- href: a.md\n'],
    ]);
    for (const [uri, text] of this.files) if (/\/c\d/.test(uri)) this.files.set(uri, text.replace('| M |', '| O |'));
  }

  override async readText(uri: string): Promise<string | Unread | undefined> {
    if (uri.endsWith('/m.md')) await this.#opened;
    return super.readText(uri);
  }
}

function codesIn(items: readonly { readonly code?: unknown }[]): unknown[] {
  return [...new Set(items.map(({ code }) => code))].sort();
}

test('a client that pulls gets the problems of the page before the index is complete, and all of them afterwards', async () => {
  const host = new SlowFiles();
  const client = await TestClient.inMemory({ capabilities: FULL_CLIENT, initializationOptions: null }, { host });
  await client.open(A, PAGE);
  assert.deepEqual(codesIn(await client.problems(A)), OWN);
  await client.until('half of the pages', () => host.reads.includes('file:///site/c9.md'));
  assert.deepEqual(codesIn(await client.problems(A)), OWN);
  await client.replace(A, 'Check the proxy', 'Check the proxies');
  assert.deepEqual(codesIn(await client.problems(A)), OWN);
  host.goOn();
  await client.until('a refresh', () =>
    client.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'),
  );
  assert.deepEqual(codesIn(await client.problems(A)), ALL);
  await client.stop();
});

test('a client that is sent problems gets them in the same two steps, and nothing in between', async () => {
  const host = new SlowFiles();
  const client = await TestClient.inMemory({ capabilities: {}, initializationOptions: null }, { host });
  await client.open(A, PAGE);
  const sent = (): unknown[][] =>
    client
      .said('textDocument/publishDiagnostics')
      .map((params) => params as PublishDiagnosticsParams)
      .filter(({ uri }) => uri === A)
      .map(({ diagnostics }) => codesIn(diagnostics));
  await client.until('the first problems', () => sent().length > 0);
  await client.until('half of the pages', () => host.reads.includes('file:///site/c9.md'));
  await client.replace(A, 'Check the proxy', 'Check the proxies');
  await client.until('the problems of the edited page', () => sent().length > 1);
  host.goOn();
  await client.until('all problems', () => sent().at(-1)?.length === ALL.length);
  const all = sent();
  assert.deepEqual(
    all.slice(0, -1),
    all.slice(0, -1).map(() => OWN),
  );
  assert.deepEqual(all.at(-1), ALL);
  await client.stop();
});

test('without an answer from the disk, nothing is reported as missing, and what can be completed is', async () => {
  const files = new Map([[A, PAGE]]);
  const client = await TestClient.inMemory({ files, listing: new Promise<void>(() => undefined) });
  await client.open(A, PAGE);
  assert.deepEqual(codesIn(await client.problems(A)), OWN);
  const items = await client.request('textDocument/completion', {
    textDocument: { uri: A },
    position: { line: 20, character: PAGE.split('\n')[20]?.indexOf('M |') ?? 0 },
  });
  assert.notEqual(items, null);
  const actions = await client.request('textDocument/codeAction', {
    textDocument: { uri: A },
    range: { start: { line: 20, character: 0 }, end: { line: 20, character: 0 } },
    context: { diagnostics: [] },
  });
  assert.notEqual(JSON.stringify(actions), '[]');
  await client.stop();
});
