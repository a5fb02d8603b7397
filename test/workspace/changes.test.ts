import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace, type WorkspaceChange } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';
import { playbookWith } from '../support/pages.js';

const SITE = 'file:///site';
const A = `${SITE}/a.md`;
const B = `${SITE}/b.md`;
const TOC = `${SITE}/toc.yml`;
const CONFIG = `${SITE}/.playbooklint.json`;

const row = (id: string, letter = 'M'): string =>
  `| ${id} | Check the network | ${letter} | FastTrack Engineer | Exchange |`;

/** A workspace that was read, and what has changed since. */
async function read(files: Readonly<Record<string, string>>): Promise<{
  host: MemoryFiles;
  workspace: Workspace;
  /** The changes since the last call, as text. */
  changes: () => Promise<string[]>;
}> {
  const host = new MemoryFiles(Object.entries(files));
  const workspace = new Workspace({ host, today: () => '2026-11-21' });
  workspace.setFolders([SITE]);
  let seen: string[] = [];
  workspace.onDidChange((change) => seen.push(textOf(change)));
  const changes = async (): Promise<string[]> => {
    await workspace.indexed();
    const taken = seen;
    seen = [];
    return taken;
  };
  return { host, workspace, changes };
}

function textOf(change: WorkspaceChange): string {
  if (change.kind !== 'index') return change.kind;
  const { added, changed, removed } = change.pages;
  const names = (sign: string, paths: ReadonlySet<string>): string[] =>
    [...paths].map((path) => sign + path.slice(SITE.length + 1)).sort();
  return ['index', ...names('+', added), ...names('~', changed), ...names('-', removed)].join(' ');
}

test('a change names the pages that were added, changed and removed', async () => {
  const { host, workspace, changes } = await read({
    [A]: playbookWith(row('1234')),
    [B]: playbookWith(row('1235')),
    [TOC]: '- href: a.md\n',
    [`${SITE}/a.png`]: '',
  });
  assert.deepEqual(await changes(), ['configuration-read', 'index +a.md +b.md +toc.yml']);

  host.files.set(A, playbookWith(row('1236')));
  host.files.delete(B);
  host.files.set(`${SITE}/c.md`, playbookWith(row('1237')));
  workspace.filesChanged([
    { uri: A, kind: 'changed' },
    { uri: B, kind: 'deleted' },
    { uri: `${SITE}/c.md`, kind: 'created' },
  ]);
  assert.deepEqual(await changes(), ['index +c.md ~a.md -b.md']);

  host.files.set(TOC, '- href: c.md\n');
  workspace.filesChanged([{ uri: TOC, kind: 'changed' }]);
  assert.deepEqual(await changes(), ['index ~toc.yml']);

  workspace.filesChanged([{ uri: A, kind: 'changed' }]);
  assert.deepEqual(await changes(), [], 'the same text');

  host.files.set(`${SITE}/b.png`, '');
  workspace.filesChanged([{ uri: `${SITE}/b.png`, kind: 'created' }]);
  assert.deepEqual(await changes(), ['index'], 'a link may lead to it');
});

test('a closed page whose text changes is reported, even if other pages see no difference', async () => {
  const { host, workspace, changes } = await read({ [A]: playbookWith(row('1234')) });
  await changes();
  host.files.set(A, `${playbookWith(row('1234'))}\nNo fact in here.\n`);
  workspace.filesChanged([{ uri: A, kind: 'changed' }]);
  assert.deepEqual(await changes(), ['index ~a.md']);
});

test('typing is reported only if other pages can see the difference', async () => {
  const text = playbookWith(row('1234'));
  const { workspace, changes } = await read({ [A]: text, [TOC]: '- href: a.md\n' });
  workspace.open(A, text);
  workspace.open(TOC, '- href: a.md\n');
  await changes();
  workspace.change(A, `${text}\nNo fact in here.\n`);
  assert.deepEqual(await changes(), []);
  workspace.change(A, playbookWith(row('1234', 'O')));
  assert.deepEqual(await changes(), ['index ~a.md']);
  workspace.change(TOC, '- href: b.md\n');
  assert.deepEqual(await changes(), ['index ~toc.yml']);
  workspace.change(A, `${text}\0`);
  assert.deepEqual(await changes(), ['index -a.md'], 'binary');
});

test('a change of the configuration is reported before the workspace is read again', async () => {
  const { host, workspace, changes } = await read({ [A]: playbookWith(row('1234')) });
  await changes();
  host.files.set(CONFIG, '{"ignore": ["*.md"]}');
  workspace.filesChanged([{ uri: CONFIG, kind: 'created' }]);
  assert.deepEqual(await changes(), ['configuration', 'configuration-read', 'index -a.md']);
  workspace.setFolders([`${SITE}/de`]);
  assert.deepEqual(await changes(), ['configuration', 'index']);
});

test('an open document whose file is deleted and restored is reported', async () => {
  const text = playbookWith(row('1234'));
  const { host, workspace, changes } = await read({ [A]: text });
  workspace.open(A, text);
  await changes();
  host.files.delete(A);
  workspace.filesChanged([{ uri: A, kind: 'deleted' }]);
  assert.deepEqual(await changes(), ['documents', 'index -a.md']);
  host.files.set(A, text);
  workspace.filesChanged([{ uri: A, kind: 'created' }]);
  assert.deepEqual(await changes(), ['documents', 'index', 'index +a.md']);
});

test('a listener that was removed hears nothing', async () => {
  const { workspace } = await read({ [A]: playbookWith(row('1234')) });
  let calls = 0;
  const unsubscribe = workspace.onDidChange(() => calls++);
  unsubscribe();
  await workspace.indexed();
  assert.equal(calls, 0);
});
