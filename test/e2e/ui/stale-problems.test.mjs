// Problems that must go, and problems that must stay: what the Problems panel lists after a page was closed, deleted,
// renamed, ignored or switched off, and after the server was started again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { describe, test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));

/** A page with one error, `task-mo-letter`, about a task of its own. */
const pageWith = (/** @type {number} */ id) => `---
title: Assess the network
description: Assess the network
author: Ada Byron
ms.author: v-ada
manager: v-bea
ms.date: 05/02/2019
ms.topic: partner-playbook
ms.prod: non-product-specific
ms.custom: partner-playbook
ft.audience: partner
ft.owner: v-bea
---

# Assess the network

#### FTOP Tasks

| Task ID | Task Name | (M) Mandatory (O) Optional | FastTrack Role | Services |
|---|---|---|---|---|
| ${id} | Check the proxy | X | FastTrack Engineer | Exchange |
`;

/** The one of the group of tests that runs. @type {import('./session.mjs').Session} */
let session;
let lastId = 7000;

const write = (/** @type {string} */ path, /** @type {string} */ text) => {
  mkdirSync(dirname(join(session.folder, path)), { recursive: true });
  writeFileSync(join(session.folder, path), text);
};
/** A new page with an error. Gives its path. */
const newPage = (name = 'page') => {
  const path = `own/${name}-${++lastId}.md`;
  write(path, pageWith(lastId));
  return path;
};
const remove = (/** @type {string} */ path) => rmSync(join(session.folder, path), { force: true });
const nameOf = (/** @type {string} */ path) => path.split('/').at(-1) ?? path;

/** The row of a file in the Problems panel. */
const fileRow = (/** @type {string} */ path) =>
  session.page.locator('.markers-panel .monaco-list-row', { hasText: nameOf(path) });
const isListed = (/** @type {string} */ path) =>
  session.until(async () => (await fileRow(path).count()) > 0, `${path} to be listed`);
const isNotListed = (/** @type {string} */ path) =>
  session.until(async () => (await fileRow(path).count()) === 0, `${path} not to be listed`);

async function openListed(name = 'page') {
  const path = newPage(name);
  await session.openFile(path);
  await isListed(path);
  return path;
}

async function closeEditor() {
  const tabs = session.page.locator('.tabs-container .tab');
  const count = await tabs.count();
  await session.runCommand('View: Close Editor');
  await session.until(async () => (await tabs.count()) < count, 'the tab to go');
}

/** Looks at every frame whether the file is listed. The function it gives says how often it was not. */
async function watchRow(/** @type {string} */ path) {
  await session.page.evaluate((name) => {
    const state = { missing: 0, isWatching: true };
    Object.assign(globalThis, { watchedRow: state });
    const look = () => {
      const rows = Array.from(document.querySelectorAll('.markers-panel .monaco-list-row'));
      if (!rows.some((row) => row.textContent?.includes(name))) state.missing++;
      if (state.isWatching) requestAnimationFrame(look);
    };
    look();
  }, nameOf(path));
  return () =>
    session.page.evaluate(() => {
      const state = /** @type {{ watchedRow: { missing: number, isWatching: boolean } }} */ (
        /** @type {unknown} */ (globalThis)
      ).watchedRow;
      state.isWatching = false;
      return state.missing;
    });
}

/** What the status bar counts: the same problems as the panel. */
async function shownCounts() {
  const label = (await session.page.locator('[id="status.problems"] a').getAttribute('aria-label')) ?? '';
  const count = (/** @type {string} */ kind) => Number(new RegExp(`${kind}: (\\d+)`).exec(label)?.[1] ?? 0);
  return { errors: count('Errors'), warnings: count('Warnings') };
}

/** Runs the check and gives what its message says. */
async function checkAll() {
  await session.runCommand('Notifications: Clear All Notifications');
  await session.runCommand('Playbook: Check All Playbooks in the Workspace');
  const message = session.page.locator('.notification-toast', { hasText: 'playbooks checked' });
  await message.waitFor();
  const [, files = '', errors = '', warnings = '', infos = ''] =
    /(\d+) playbooks checked: (\d+) errors?, (\d+) warnings?, (\d+) info/.exec(await message.innerText()) ?? [];
  return { files: Number(files), errors: Number(errors), warnings: Number(warnings), infos: Number(infos) };
}

/** The processes that are the playbook server of this very session: descendants of its VS Code. */
function serverProcesses() {
  const read = (/** @type {string} */ pid, /** @type {string} */ file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const parentOf = (/** @type {string} */ pid) => /^\d+ \(.*\) \S (\d+)/s.exec(read(pid, 'stat'))?.[1] ?? '0';
  const belongsHere = (/** @type {string} */ pid) => {
    for (let at = pid; at !== '0' && at !== '1'; at = parentOf(at))
      if (read(at, 'cmdline').includes(session.home)) return true;
    return false;
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => /dist\/node\/server\.js/.test(read(pid, 'cmdline')) && belongsHere(pid));
}

/** Ends the server as a crash does, and waits for the next one. */
async function crashServer() {
  const [pid = ''] = serverProcesses();
  assert.notEqual(pid, '', 'the server runs');
  process.kill(Number(pid), 'SIGKILL');
  await session.until(() => serverProcesses().some((other) => other !== pid), 'the server to be started again');
}

/** The session of the tests that follow. */
function useProblems(settings = {}) {
  const own = useSession({
    folder,
    settings: { 'files.hotExit': 'off', 'workbench.editor.enablePreview': false, ...settings },
  });
  before(() => (session = own));
}

const showProblems = () => session.runCommand('View: Focus Problems');

describe('with default settings', () => {
  useProblems();

  test('a page that is closed has no problems any more, and the others keep theirs', async () => {
    await showProblems();
    const other = await openListed('other');
    const path = await openListed();
    const missing = await watchRow(other);
    await closeEditor();
    await isNotListed(path);
    await isListed(other);
    assert.equal(await missing(), 0, 'nothing flickers');
    await session.openFile(path);
    await isListed(path);
  });

  test('a page that is deleted has no problems any more', async () => {
    await showProblems();
    const path = await openListed();
    remove(path);
    await isNotListed(path);
  });

  test('a page that is renamed has its problems under the new name only', async () => {
    await showProblems();
    const path = await openListed();
    await closeEditor();
    const renamed = path.replace('page-', 'renamed-');
    renameSync(join(session.folder, path), join(session.folder, renamed));
    await session.openFile(renamed);
    await isListed(renamed);
    await isNotListed(path);
  });

  test('a page that the configuration ignores has no problems any more', async () => {
    await showProblems();
    const path = await openListed();
    write('.playbooklint.json', `{"ignore": ["${path}"]}`);
    await isNotListed(path);
    remove('.playbooklint.json');
    await isListed(path);
  });

  test('a page that is no playbook any more has no problems', async () => {
    await showProblems();
    const path = await openListed();
    write(path, '# Notes\n');
    await isNotListed(path);
  });

  test('where checking is switched off, nothing is listed, and the page says so', async () => {
    await showProblems();
    const path = await openListed();
    write('.vscode/settings.json', '{"playbook.enable": false}');
    await isNotListed(path);
    await session.page.locator('[id="status.languageStatus"]').hover();
    await session.page.locator('.hover-language-status', { hasText: 'Checking is off' }).waitFor();
    remove('.vscode/settings.json');
    await isListed(path);
  });

  test('a broken configuration is listed while nobody has it open, changes nothing, and goes with its file', async () => {
    await showProblems();
    const path = await openListed();
    write('.playbooklint.json', `{"ignore": ["${path}"]`);
    await isListed('.playbooklint.json');
    await isListed(path);
    await session.page.locator('[id="status.languageStatus"]').hover();
    await session.page.locator('.hover-language-status', { hasText: 'Problems in .playbooklint.json' }).waitFor();
    remove('.playbooklint.json');
    await isNotListed('.playbooklint.json');
    await isListed(path);
  });

  test('a server that was killed leaves nothing outdated behind', async () => {
    await showProblems();
    const path = await openListed();
    const closed = await openListed('closed');
    await closeEditor();
    const missing = await watchRow(path);
    await crashServer();
    await isListed(path);
    await isNotListed(closed);
    assert.equal(await missing(), 0, 'nothing flickers');
  });
});

describe('after all playbooks were checked', () => {
  useProblems();

  test('the summary counts what the panel shows, open pages included', async () => {
    await showProblems();
    await openListed('open');
    const closed = newPage('closed');
    const { files, errors, warnings } = await checkAll();
    assert.deepEqual({ errors, warnings }, await shownCounts());
    await isListed(closed);
    assert.equal(files, 6, 'the four of the workspace and two of our own');
  });

  test('a page that is closed stays listed, without flicker, and goes when it is deleted', async () => {
    await showProblems();
    const path = await openListed();
    await checkAll();
    const missing = await watchRow(path);
    await closeEditor();
    const before = await shownCounts();
    const { errors, warnings } = await checkAll();
    assert.deepEqual({ errors, warnings }, before);
    assert.equal(await missing(), 0, 'nothing flickers');
    remove(path);
    await isNotListed(path);
  });

  test('a closed page that is renamed, ignored or repaired is not listed', async () => {
    await showProblems();
    const [renamed, ignored, repaired] = [newPage('renamed'), newPage('ignored'), newPage('repaired')];
    await checkAll();
    for (const path of [renamed, ignored, repaired]) await isListed(path);
    const now = renamed.replace('renamed-', 'now-');
    renameSync(join(session.folder, renamed), join(session.folder, now));
    await isListed(now);
    await isNotListed(renamed);
    write('.playbooklint.json', `{"ignore": ["${ignored}"]}`);
    await isNotListed(ignored);
    write(repaired, pageWith(lastId).replace('| X |', '| M |'));
    await isNotListed(repaired);
    await isListed(now);
  });

  test('closed pages stay listed when the server is restarted', async () => {
    await showProblems();
    const path = newPage();
    await checkAll();
    await isListed(path);
    const missing = await watchRow(path);
    const [before] = serverProcesses();
    await session.runCommand('Playbook: Restart Server');
    await session.until(() => serverProcesses().some((pid) => pid !== before), 'the server to be started again');
    assert.equal(await missing(), 0, 'nothing flickers');
    remove(path);
    await isNotListed(path);
  });

  test('closed pages stay listed when the server is killed, and what changed meanwhile is right', async () => {
    await showProblems();
    const [path, gone] = [newPage(), newPage('gone')];
    await checkAll();
    await isListed(path);
    await isListed(gone);
    const missing = await watchRow(path);
    remove(gone);
    await crashServer();
    await isNotListed(gone);
    assert.equal(await missing(), 0, 'nothing flickers');
  });
});

describe('with playbook.workspaceProblems', () => {
  useProblems({ 'playbook.workspaceProblems': true });

  test('closed pages are listed, and typing in another page does not make them flicker', async () => {
    await showProblems();
    const closed = newPage('closed');
    const path = await openListed();
    await isListed(closed);
    const missing = await watchRow(closed);
    await session.goToText('Check the proxy');
    await session.page.keyboard.type('Look at the proxy twice');
    await session.runCommand('File: Save');
    assert.equal(await missing(), 0);
    await closeEditor();
    await isListed(path);
    remove(closed);
    await isNotListed(closed);
  });
});
