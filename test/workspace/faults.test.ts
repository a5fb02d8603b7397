import { asFilePath } from '../../server/src/core/index.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filePathOf, normalizedUri, uriOf, Workspace } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { english } from '../support/english.js';
import { unreadReasons } from '../../server/src/shared/unread-reasons.js';

function workspaceOf(host: MemoryFiles): { workspace: Workspace; errors: unknown[] } {
  const errors: unknown[] = [];
  const workspace = new Workspace({ host, today: () => '2026-11-21' });
  workspace.onDidFail((failure) => {
    if (failure.kind === 'error') errors.push(failure.error);
  });
  workspace.setFolders(['file:///site']);
  return { workspace, errors };
}

test('an index job that throws is reported, and the next one runs', async () => {
  const host = new MemoryFiles([['file:///site/a.md', playbookWith(GOOD_ROW)]]);
  const list = host.listFiles.bind(host);
  host.listFiles = () => Promise.reject(new Error('no list today'));
  const { workspace, errors } = workspaceOf(host);
  assert.equal(await workspace.indexed(), false);
  assert.deepEqual(errors.map(String), ['Error: no list today']);
  host.listFiles = list;
  workspace.rescan();
  assert.equal(await workspace.indexed(), true);
  assert.equal(workspace.index.pages.size, 1);
});

test('a complete index stays in use if a later job throws', async () => {
  const host = new MemoryFiles([['file:///site/a.md', playbookWith(GOOD_ROW)]]);
  const { workspace, errors } = workspaceOf(host);
  await workspace.indexed();
  const read = host.readText.bind(host);
  host.readText = () => Promise.reject(new Error('no reading today'));
  workspace.filesChanged([{ uri: 'file:///site/a.md', kind: 'changed' }]);
  assert.equal(await workspace.indexed(), true);
  assert.equal(errors.length, 1);
  host.readText = read;
  host.files.set('file:///site/b.md', playbookWith(GOOD_ROW));
  workspace.filesChanged([{ uri: 'file:///site/b.md', kind: 'created' }]);
  await workspace.indexed();
  assert.deepEqual([...workspace.index.pages.keys()], ['file:///site/a.md', 'file:///site/b.md']);
});

test('a folder of 150,000 files is deleted at once', async () => {
  const host = new MemoryFiles(
    Array.from({ length: 150_000 }, (_, index): [string, string] => [`file:///site/img/${index}.png`, '']),
  );
  host.files.set('file:///site/a.md', playbookWith(GOOD_ROW));
  const { workspace, errors } = workspaceOf(host);
  await workspace.indexed();
  const image = asFilePath('file:///site/img/7.png');
  assert.equal(workspace.index.files.has(image), true);
  workspace.filesChanged([{ uri: 'file:///site/img', kind: 'deleted' }]);
  await workspace.indexed();
  assert.deepEqual(errors, []);
  assert.equal(workspace.index.files.has(image), false);
});

test('all spellings of a network folder are one URI, and no URI makes the server fail', async () => {
  assert.equal(normalizedUri('file:////server/share/a.md'), 'file://server/share/a.md');
  assert.equal(filePathOf('file:////server/share/a.md'), 'file://server/share/a.md');
  for (const uri of ['file:////x/a.md', 'file://///', 'file:', '', ':', 'http:////x', 'a b', '\ud800']) {
    assert.equal(typeof uriOf(filePathOf(uri)), 'string', uri);
  }
  const host = new MemoryFiles([['file://server/share/a.md', playbookWith(GOOD_ROW)]]);
  const { workspace, errors } = workspaceOf(host);
  workspace.setFolders(['file:////server/share']);
  assert.equal(await workspace.indexed(), true);
  assert.deepEqual(errors, []);
  assert.equal(workspace.index.pages.size, 1);
});

test("a file that can't be read is a problem of the configuration that needs it, and doesn't end the search upwards", async () => {
  const page = 'file:///site/de/a.md';
  const host = new MemoryFiles([
    ['file:///site/.playbooklint.json', '{"extends": "base.json"}'],
    [page, playbookWith(GOOD_ROW)],
  ]);
  const read = host.readText.bind(host);
  host.readText = (uri: string) =>
    /de\/\.playbooklint\.json$|base\.json$/.test(uri) ? Promise.resolve({ unread: unreadReasons.isFolder }) : read(uri);
  const { workspace } = workspaceOf(host);
  const { config } = await workspace.configOf(page);
  assert.deepEqual(config.sources, ['file:///site/.playbooklint.json']);
  const messages = [...workspace.configFindings].map(([uri, { problems }]) => [
    uri,
    english(problems[0]?.message ?? ''),
  ]);
  assert.deepEqual(messages, [
    ['file:///site/de/.playbooklint.json', "This file can't be used: it is a folder"],
    ['file:///site/.playbooklint.json', '"base.json" can\'t be used: it is a folder'],
  ]);
});
