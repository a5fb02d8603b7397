import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../server/src/core/index.js';
import { filePathOf, Workspace } from '../../server/src/workspace/index.js';
import { englishPage, pagesOf, type PageSet } from '../support/edition-pages.js';
import { MemoryFiles } from '../support/memory-files.js';

const SITE = 'file:///site';
const PAGE = `${SITE}/pages/english/kick-off.md`;
const DRAFT = `${SITE}/pages-draft/english/kick-off.md`;
const CONFIG = `${SITE}/.playbooklint.json`;

async function opened(host: MemoryFiles): Promise<Workspace> {
  const workspace = new Workspace({ host, today: () => '2026-11-21', rules: allRules });
  workspace.setFolders([SITE]);
  assert.ok(await workspace.indexed());
  return workspace;
}

function filesOf(...sets: readonly PageSet[]): MemoryFiles {
  return new MemoryFiles([...pagesOf(...sets)].map(([name, text]): [string, string] => [`${SITE}/${name}`, text]));
}

async function nameProblems(workspace: Workspace, host: MemoryFiles): Promise<number> {
  const { problems } = await workspace.check(PAGE, { text: host.files.get(PAGE) ?? '', encoding: 'utf-8' });
  return problems.filter(({ ruleId }) => ruleId === 'task-name-inconsistent').length;
}

test('a configuration file can turn editions off, name others, and be deleted again', async () => {
  const host = filesOf({ folder: 'pages', topics: ['kick-off'] }, { folder: 'pages-draft', name: 'Set the scope' });
  host.files.set(`${SITE}/pages-draft/english/mail-flow.md`, englishPage('kick-off', 'Set the scope'));
  const workspace = await opened(host);
  const changed = async (kind: 'created' | 'changed' | 'deleted'): Promise<void> => {
    workspace.filesChanged([{ uri: CONFIG, kind }]);
    assert.ok(await workspace.indexed());
  };
  assert.equal(workspace.index.editions.of(filePathOf(DRAFT)), 'live', 'one common page is not enough');
  assert.equal(await nameProblems(workspace, host), 1);

  host.files.set(CONFIG, '{"editions": {"next": "pages-draft/"}}');
  await changed('created');
  assert.equal(workspace.index.editions.of(filePathOf(DRAFT)), 'next');
  assert.equal(await nameProblems(workspace, host), 0);

  host.files.set(CONFIG, '{"editions": {}}');
  await changed('changed');
  assert.equal(await nameProblems(workspace, host), 1);

  host.files.delete(CONFIG);
  await changed('deleted');
  assert.equal(workspace.index.editions.of(filePathOf(DRAFT)), 'live');
});

test('pages that are added to the disk make two folders editions, and pages that are deleted undo it', async () => {
  const host = filesOf({ folder: 'pages' });
  const workspace = await opened(host);
  const drafts = [...filesOf({ folder: 'pages-draft', name: 'Set the scope' }).files];
  for (const [uri, text] of drafts) host.files.set(uri, text);
  workspace.filesChanged(drafts.map(([uri]) => ({ uri, kind: 'created' as const })));
  assert.ok(await workspace.indexed());
  assert.equal(workspace.index.editions.of(filePathOf(DRAFT)), 'draft');
  assert.equal(await nameProblems(workspace, host), 0);
  for (const [uri] of drafts.slice(1)) host.files.delete(uri);
  workspace.filesChanged(drafts.slice(1).map(([uri]) => ({ uri, kind: 'deleted' as const })));
  assert.ok(await workspace.indexed());
  assert.equal(workspace.index.editions.of(filePathOf(DRAFT)), 'live');
});
