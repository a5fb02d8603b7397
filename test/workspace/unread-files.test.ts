// A file that exists but can't be read isn't missing: nothing is concluded from what it may contain.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filePathOf, Workspace, type WorkspaceFailure } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';
import { BAD_ROW, playbookWith } from '../support/pages.js';
import { english } from '../support/english.js';

const SITE = 'file:///site';
const PAGE = `${SITE}/page.md`;
const OTHER = `${SITE}/other.md`;
const CATALOGUE = `${SITE}/tasks.csv`;
const MORE_TASKS = `${SITE}/more-tasks.csv`;
const CONFIG = `${SITE}/.playbooklint.json`;
const TOC = `${SITE}/toc.yml`;
const DOCFX = `${SITE}/docs/docfx.json`;
const SUBFOLDER = `${SITE}/secret`;

const row = (id: string): string => `| ${id} | Check the network | M | FastTrack Engineer | Exchange |`;
const DENIED = 'permission denied';

function workspaceOf(files: Readonly<Record<string, string>>) {
  const host = new MemoryFiles(Object.entries(files));
  const workspace = new Workspace({ host, today: () => '2026-11-21' });
  const failures: string[] = [];
  workspace.onDidFail((failure) => failures.push(textOf(failure)));
  workspace.setFolders([SITE]);
  return {
    host,
    workspace,
    failures,
    rules: async (uri = PAGE): Promise<string[]> => {
      await workspace.indexed();
      const { problems } = await workspace.check(uri, { text: host.files.get(uri) ?? '', encoding: 'utf-8' });
      return problems.map(({ ruleId }) => ruleId);
    },
    /** Another file changes, after which everything that failed is tried again. */
    anotherChange: () => workspace.filesChanged([{ uri: `${SITE}/a.png`, kind: 'created' }]),
  };
}

function textOf(failure: WorkspaceFailure): string {
  return failure.kind === 'error' ? String(failure.error) : `${failure.uri}: ${english(failure.reason)}`;
}

test('links to a page that cannot be read are not reported, and its facts count once it can be read', async () => {
  const { host, workspace, failures, rules, anotherChange } = workspaceOf({
    [PAGE]: playbookWith(row('1234'), '', '[Other](other.md#no-such-heading)'),
    [OTHER]: playbookWith(row('1235')),
  });
  host.unreadable.set(OTHER, DENIED);
  const found = await rules();
  assert.ok(!found.includes('link-target-missing') && !found.includes('link-anchor-missing'));
  assert.deepEqual([...workspace.index.pagesWithTask.keys()], ['1234']);
  assert.deepEqual([...workspace.index.unread], [OTHER]);
  anotherChange();
  await workspace.indexed();
  assert.deepEqual(failures, [`${OTHER}: ${DENIED}`], 'reported once');

  host.unreadable.delete(OTHER);
  anotherChange();
  assert.ok((await rules()).includes('link-anchor-missing'));
  assert.deepEqual([...workspace.index.unread], []);
  assert.ok(workspace.index.pagesWithTask.has('1235'));
});

test('a page that fails to be read after a change provides no facts, still exists, and is reported with each reason', async () => {
  const { host, workspace, failures, rules } = workspaceOf({
    [PAGE]: playbookWith(row('1234'), '', '[Other](other.md)'),
    [OTHER]: playbookWith(row('1235')),
  });
  await workspace.indexed();
  for (const reason of ['another program is using it', DENIED]) {
    host.unreadable.set(OTHER, reason);
    workspace.filesChanged([{ uri: OTHER, kind: 'changed' }]);
    assert.ok(!(await rules()).includes('link-target-missing'));
  }
  assert.equal(workspace.index.pages.has(filePathOf(OTHER)), false);
  assert.deepEqual(failures, [`${OTHER}: another program is using it`, `${OTHER}: ${DENIED}`]);
  workspace.open(OTHER, playbookWith(row('1236')));
  await workspace.indexed();
  assert.deepEqual([...workspace.index.unread], [], 'the editor has its text');
  workspace.close(OTHER);
  host.files.delete(OTHER);
  host.unreadable.delete(OTHER);
  workspace.filesChanged([{ uri: OTHER, kind: 'deleted' }]);
  assert.ok((await rules()).includes('link-target-missing'), 'now it is missing');
});

test('a task may be in a catalogue that cannot be read', async () => {
  const { host, workspace, rules, anotherChange } = workspaceOf({
    [CONFIG]: '{"catalogue": ["*.csv"], "rules": {"task-id-unknown": "warning"}}',
    [PAGE]: playbookWith(row('1234')),
    [CATALOGUE]: 'Task ID,Task Name\n9999,Something else\n',
    [MORE_TASKS]: 'Task ID,Task Name\n1235,Check the network\n',
  });
  assert.ok((await rules()).includes('task-id-unknown'), 'it is in neither catalogue');
  host.unreadable.set(MORE_TASKS, DENIED);
  workspace.filesChanged([{ uri: MORE_TASKS, kind: 'changed' }]);
  assert.ok(!(await rules()).includes('task-id-unknown'));
  host.unreadable.delete(MORE_TASKS);
  anotherChange();
  assert.ok((await rules()).includes('task-id-unknown'));
  assert.equal(workspace.index.exports.size, 2);

  host.unreadable.set(MORE_TASKS, DENIED);
  workspace.filesChanged([{ uri: MORE_TASKS, kind: 'changed' }]);
  await workspace.indexed();
  host.files.set(CONFIG, '{"catalogue": ["tasks.csv"], "rules": {"task-id-unknown": "warning"}}');
  workspace.filesChanged([{ uri: CONFIG, kind: 'changed' }]);
  assert.ok((await rules()).includes('task-id-unknown'), 'the file is no longer a catalogue');
});

test('a page may be in a table of contents that cannot be read', async () => {
  const { host, workspace, rules, anotherChange } = workspaceOf({
    [PAGE]: playbookWith(row('1234')),
    [TOC]: '- href: page.md\n- href: sub/\n',
    [`${SITE}/sub/toc.yml`]: '- href: page.md\n',
    [`${SITE}/sub/page.md`]: playbookWith(row('1235')),
  });
  host.unreadable.set(`${SITE}/sub/toc.yml`, DENIED);
  assert.ok(!(await rules(`${SITE}/sub/page.md`)).includes('toc-orphan'));
  assert.deepEqual(await rules(TOC), [], 'the folder has a table of contents');
  host.unreadable.delete(`${SITE}/sub/toc.yml`);
  host.files.set(`${SITE}/sub/toc.yml`, '- href: nothing.md\n');
  anotherChange();
  assert.ok((await rules(`${SITE}/sub/page.md`)).includes('toc-orphan'));
  workspace.rescan();
  assert.ok(await workspace.indexed());
});

test('links from the root of a docset whose docfx.json cannot be read are followed', async () => {
  const page = `${SITE}/docs/page.md`;
  const { host, rules } = workspaceOf({
    [page]: playbookWith(row('1234'), '', '[Other](~/other.md)'),
    [`${SITE}/docs/other.md`]: playbookWith(row('1235')),
    [`${SITE}/docs/archive/page.md`]: playbookWith(row('1236')),
    [DOCFX]: '{"build": {"content": [{"files": ["*.md"]}]}}',
  });
  host.unreadable.set(DOCFX, DENIED);
  assert.ok(!(await rules(page)).includes('link-target-missing'));
});

test('what a docfx.json last said applies while it cannot be read', async () => {
  const archived = `${SITE}/docs/archive/page.md`;
  const { host, workspace, rules } = workspaceOf({
    [archived]: playbookWith(row('1234'), '', '[Gone](gone.md)'),
    [DOCFX]: '{"build": {"content": [{"files": ["*.md"], "exclude": ["archive/**"]}]}}',
  });
  assert.ok(!(await rules(archived)).includes('link-target-missing'), 'readers do not see the page');
  host.unreadable.set(DOCFX, DENIED);
  workspace.filesChanged([{ uri: DOCFX, kind: 'changed' }]);
  assert.ok(!(await rules(archived)).includes('link-target-missing'));
});

test('nothing is said about files in a folder that cannot be listed until it can be', async () => {
  const { host, workspace, failures, rules, anotherChange } = workspaceOf({
    [PAGE]: playbookWith(row('1234'), '', '[There](~/secret/there.md) [Gone](~/secret/gone.md)'),
    [`${SUBFOLDER}/there.md`]: playbookWith(row('1235')),
  });
  host.unreadable.set(SUBFOLDER, DENIED);
  assert.ok(!(await rules()).includes('link-target-missing'));
  assert.deepEqual(failures, [`${SUBFOLDER}: ${DENIED}`]);
  host.unreadable.delete(SUBFOLDER);
  anotherChange();
  assert.equal((await rules()).filter((id) => id === 'link-target-missing').length, 1, 'gone.md');
  assert.ok(workspace.index.pagesWithTask.has('1235'));

  host.unreadable.set(SUBFOLDER, DENIED);
  workspace.rescan();
  assert.equal((await rules()).filter((id) => id === 'link-target-missing').length, 0);
  assert.ok(workspace.index.files.has(filePathOf(`${SUBFOLDER}/there.md`)), 'it was there and was not deleted');
});

test('the workspace is read at the next change if its folder could not be listed', async () => {
  const { host, workspace, failures, anotherChange } = workspaceOf({ [PAGE]: playbookWith(row('1234')) });
  host.unreadable.set(SITE, DENIED);
  assert.equal(await workspace.indexed(), false);
  assert.deepEqual(failures, [`${SITE}: ${DENIED}`]);
  host.unreadable.delete(SITE);
  anotherChange();
  assert.equal(await workspace.indexed(), true);
  assert.equal(workspace.index.pages.size, 1);
});

test('a configuration file that cannot be read is a problem until it can be, and all pages are checked again', async () => {
  const { host, workspace, failures, anotherChange } = workspaceOf({
    [PAGE]: playbookWith(BAD_ROW),
    [CONFIG]: '{"extends": "base.json"}',
    [`${SITE}/base.json`]: '{"rules": {"task-mo-letter": "off"}}',
  });
  host.unreadable.set(`${SITE}/base.json`, DENIED);
  workspace.open(PAGE, playbookWith(BAD_ROW));
  const isReported = async (): Promise<boolean> =>
    (await workspace.problemsOf(PAGE))?.problems.some(({ ruleId }) => ruleId === 'task-mo-letter') === true;
  const configProblems = (): string[] =>
    (workspace.configFindings.get(CONFIG)?.problems ?? []).map(({ message }) => english(message));
  assert.ok(await isReported());
  assert.deepEqual(configProblems(), [`"base.json" can't be used: ${DENIED}`]);
  assert.deepEqual(failures, [`${SITE}/base.json: ${DENIED}`]);

  const changes: string[] = [];
  workspace.onDidChange(({ kind }) => changes.push(kind));
  anotherChange();
  await workspace.indexed();
  assert.ok(!changes.includes('configuration'), 'it still cannot be read');
  host.unreadable.delete(`${SITE}/base.json`);
  anotherChange();
  assert.ok(!(await isReported()));
  assert.deepEqual(configProblems(), []);
  assert.ok(changes.includes('configuration'));
});
