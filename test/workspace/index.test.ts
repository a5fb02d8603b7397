import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asFilePath, type WorkspaceIndex } from '../../server/src/core/index.js';
import { filePathOf, uriOf, Workspace, type CheckResult } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';
import { playbookWith } from '../support/pages.js';
import { countingRule, SITE, A, B, C, row, opened } from './open-index.js';

/** What the index says, in a form that two of them can be compared in. */
function contentOf(index: WorkspaceIndex): unknown {
  const sorted = (map: ReadonlyMap<string, Iterable<string>>): unknown =>
    [...map].map(([key, values]) => [key, [...values].sort()]).sort();
  return {
    files: [...index.files.all()].sort(),
    pages: [...index.pages.values()]
      .map(({ lines: _lines, ...page }) => page)
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    tasks: sorted(index.pagesWithTask),
    entries: sorted(index.pagesWithEntry),
    groups: sorted(index.groups),
    tocs: [...index.tocs.keys()].sort(),
  };
}

test('unsaved changes count, and the file on the disk counts once the document is closed', async () => {
  const host = new MemoryFiles([[A, playbookWith(row('1234'))]]);
  const { workspace } = await opened({ host });
  workspace.open(A, playbookWith(row('4321')));
  await workspace.indexed();
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['4321']);
  workspace.filesChanged([{ uri: A, kind: 'changed' }]);
  await workspace.indexed();
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['4321']);
  workspace.close(A);
  await workspace.indexed();
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['1234']);
});

test('an updated index is the same as a new index', async () => {
  const host = new MemoryFiles(
    Array.from(
      { length: 30 },
      (_, index) =>
        [
          `${SITE}/p${index % 3}/page-${index}.md`,
          playbookWith(row(String(1000 + index)), row(String(1100 + (index % 4)))),
        ] as const,
    ),
  );
  host.files.set(`${SITE}/toc.yml`, '- href: p0/page-0.md\n');
  const { workspace } = await opened({ host });
  const uris = [...host.files.keys()];
  for (let step = 0; step < 60; step++) {
    const uri = uris[(step * 7) % uris.length] ?? A;
    const kind = !host.files.has(uri) ? 'created' : step % 5 === 0 ? 'deleted' : 'changed';
    if (kind === 'deleted') host.files.delete(uri);
    else
      host.files.set(
        uri,
        uri.endsWith('.yml')
          ? `- href: p1/page-${step}.md\n`
          : playbookWith(row(String(1000 + step)), row('1100', `Name ${step}`)),
      );
    workspace.filesChanged([{ uri, kind }]);
    if (step % 4 === 0) await workspace.indexed();
  }
  await workspace.indexed();
  const { workspace: anew } = await opened({ host });
  assert.deepEqual(contentOf(workspace.index), contentOf(anew.index));
});

test('a branch switch of 1,500 files is handled at once, and ends as if everything was read again', async () => {
  const page = (index: number, id: number): readonly [string, string] => [
    `${SITE}/page-${index}.md`,
    playbookWith(row(String(id))),
  ];
  const host = new MemoryFiles(Array.from({ length: 1500 }, (_, index) => page(index, 1000 + index)));
  const { workspace, changes } = await opened({ host });
  const before = changes();
  for (let index = 0; index < 1500; index++) host.files.set(...page(index, 3000 + index));
  host.reads = [];
  for (let index = 0; index < 1500; index += 100) {
    workspace.filesChanged(
      Array.from({ length: 100 }, (_, offset) => ({
        uri: `${SITE}/page-${index + offset}.md`,
        kind: 'changed' as const,
      })),
    );
  }
  await workspace.indexed();
  assert.equal(workspace.index.pagesWithTask.size, 1500);
  assert.ok(workspace.index.pagesWithTask.has('4499') && !workspace.index.pagesWithTask.has('1000'));
  assert.ok(
    host.reads.filter((uri) => uri.endsWith('/page-7.md')).length <= 2,
    'a file is not read for every wave of events',
  );
  assert.ok(changes() - before < 10, 'and the editor is not told of every file');
});

test('a folder is deleted as one, and created with everything in it', async () => {
  const host = new MemoryFiles([
    [`${SITE}/x/a.md`, playbookWith(row('1234'))],
    [`${SITE}/x/y/b.md`, playbookWith(row('1235'))],
    [C, playbookWith(row('1236'))],
  ]);
  const { workspace } = await opened({ host });
  const kept = new Map(host.files);
  host.files.delete(`${SITE}/x/a.md`);
  host.files.delete(`${SITE}/x/y/b.md`);
  workspace.filesChanged([{ uri: `${SITE}/x`, kind: 'deleted' }]);
  await workspace.indexed();
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['1236']);
  for (const [uri, text] of kept) host.files.set(uri, text);
  workspace.filesChanged([{ uri: `${SITE}/x`, kind: 'created' }]);
  await workspace.indexed();
  assert.equal(workspace.index.pagesWithTask.size, 3);
});

test("a file that is deleted while it is read, and one that isn't text, provide nothing", async () => {
  const host = new MemoryFiles([
    [A, playbookWith(row('1234'))],
    [B, 'binary\0'],
    [C, playbookWith(row('1236'))],
  ]);
  host.vanished.add(A);
  const { workspace } = await opened({ host });
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['1236']);
});

test('two workspace folders, one inside the other, contain each file once', async () => {
  const host = new MemoryFiles([
    [`${SITE}/inner/a.md`, playbookWith(row('1234'))],
    [B, playbookWith(row('1234'))],
  ]);
  const { workspace } = await opened({ host, folders: [SITE, `${SITE}/inner`] });
  assert.equal(workspace.index.files.size, 2);
  assert.deepEqual(workspace.index.pagesWithTask.get('1234')?.size, 2);
  workspace.setFolders([`${SITE}/inner`]);
  await workspace.indexed();
  assert.equal(workspace.index.pages.size, 1, 'what is outside now is forgotten');
});

test('ignored pages provide no facts, but can still be linked to', async () => {
  const host = new MemoryFiles([
    [`${SITE}/.playbooklint.json`, '{"ignore": ["old/"]}'],
    [`${SITE}/old/a.md`, playbookWith(row('1234'))],
    [B, playbookWith(row('1235'))],
  ]);
  const { workspace } = await opened({ host });
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['1235']);
  assert.ok(workspace.index.files.has(filePathOf(`${SITE}/old/a.md`)));
  host.files.set(`${SITE}/.playbooklint.json`, '{}');
  workspace.filesChanged([{ uri: `${SITE}/.playbooklint.json`, kind: 'changed' }]);
  await workspace.indexed();
  assert.equal(workspace.index.pagesWithTask.size, 2);
});

test('an open page provides no facts while it is ignored, too large or not text, and does again afterwards', async () => {
  const host = new MemoryFiles([[A, playbookWith(row('1234'))]]);
  const { workspace } = await opened({ host });
  const tasks = async (text: string): Promise<string[]> => {
    workspace.open(A, text);
    await workspace.problemsOf(A);
    return [...workspace.index.pagesWithTask.keys()];
  };
  assert.deepEqual(await tasks(playbookWith(row('1235'))), ['1235']);
  assert.deepEqual(await tasks(`${playbookWith(row('1235'))}\0`), []);
  assert.deepEqual(await tasks(playbookWith(row('1236'))), ['1236']);
  assert.deepEqual(await tasks(playbookWith(row('1236')) + ' '.repeat(6_000_000)), []);
  assert.deepEqual(await tasks(playbookWith(row('1237'))), ['1237']);
  host.files.set(`${SITE}/.playbooklint.json`, '{"ignore": ["*.md"]}');
  workspace.filesChanged([{ uri: `${SITE}/.playbooklint.json`, kind: 'created' }]);
  await workspace.indexed();
  assert.deepEqual(await tasks(playbookWith(row('1237'))), []);
  host.files.delete(`${SITE}/.playbooklint.json`);
  workspace.filesChanged([{ uri: `${SITE}/.playbooklint.json`, kind: 'deleted' }]);
  await workspace.indexed();
  assert.deepEqual(await tasks(playbookWith(row('1238'))), ['1238']);
});

test("without a folder, or if it can't be listed, rules about several files are silent", async () => {
  const host = new MemoryFiles([[A, playbookWith(row('1234'))]]);
  host.listFiles = () => Promise.resolve(undefined);
  const runs: string[] = [];
  const workspace = new Workspace({ host, today: () => '2026-11-21', rules: [countingRule(runs)] });
  workspace.setFolders([SITE]);
  assert.equal(await workspace.indexed(), false);
  workspace.open(A, playbookWith(row('1234')));
  assert.deepEqual((await workspace.problemsOf(A))?.problems, []);
  assert.deepEqual(runs, []);
});

test("a page that isn't a playbook doesn't start reading the workspace", async () => {
  const host = new MemoryFiles([
    [A, '# Notes\n'],
    [B, playbookWith(row('1234'))],
  ]);
  const workspace = new Workspace({ host, today: () => '2026-11-21' });
  workspace.setFolders([SITE]);
  workspace.open(A, '# Notes\n');
  await workspace.problemsOf(A);
  assert.ok(!host.reads.includes(B));
});

test('URIs survive the conversion to a path and back', () => {
  for (const uri of [
    'file:///a%20b/%E5%BC%80%E5%A7%8B%23.md',
    'vscode-vfs://github/org/repo/a.md',
    'file://server/share/x%3F.md',
    'memfs:/sample/a.md',
  ]) {
    assert.equal(filePathOf(uriOf(filePathOf(uri))), filePathOf(uri));
  }
  assert.equal(filePathOf('file:///a%20b/%23.md'), 'file:///a b/#.md');
  assert.equal(uriOf(asFilePath('file:///a b/#.md')), 'file:///a%20b/%23.md');
});

test('unsaved changes count in a table of contents in Markdown', async () => {
  const host = new MemoryFiles([
    [A, playbookWith(row('1234'))],
    [`${SITE}/toc.md`, '# [Other](other.md)\n'],
  ]);
  const { workspace } = await opened({ host });
  const check = async (): Promise<CheckResult> =>
    workspace.check(A, { text: host.files.get(A) ?? '', encoding: 'utf-8' });
  const isOrphan = ({ problems }: CheckResult): boolean => problems.some(({ ruleId }) => ruleId === 'toc-orphan');
  const before = await check();
  assert.ok(isOrphan(before));
  host.files.set(`${SITE}/toc.md`, '# [A](a.md)\n');
  workspace.filesChanged([{ uri: `${SITE}/toc.md`, kind: 'changed' }]);
  await workspace.indexed();
  assert.ok(!workspace.isFresh(before));
  assert.ok(!isOrphan(await check()));
});

test("for a document that isn't in a tab, its file counts until the document is edited", async () => {
  const host = new MemoryFiles([[A, playbookWith(row('1234'))]]);
  const { workspace } = await opened({ host });
  const tasks = async (): Promise<string[]> => {
    await workspace.indexed();
    return [...workspace.index.pagesWithTask.keys()];
  };
  workspace.open(A, playbookWith(row('1234')));
  workspace.change(A, playbookWith(row('5678')));
  assert.deepEqual(await tasks(), ['5678']);
  workspace.hidden(A);
  assert.deepEqual(await tasks(), ['1234']);
  workspace.change(A, playbookWith(row('9999')));
  assert.deepEqual(await tasks(), ['9999']);
});
