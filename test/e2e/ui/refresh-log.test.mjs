// The refresh log gets a row for what was changed since the last commit of a real repository.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { describe, test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));
const english = 'playbooks/assess-network.md';
const chinese = 'playbooks/assess-network.zh.md';

/** The one of the group of tests that runs. @type {import('./session.mjs').Session} */
let session;

const box = () => session.page.locator('.quick-input-widget');
const answerBox = () => box().locator('input.input');
const row = (/** @type {string} */ text) =>
  session.page.locator('.editor-instance .view-line', { hasText: text }).first();
const textOf = async (/** @type {string} */ text) => (await row(text).innerText()).replace(/\s+/gu, ' ').trim();

async function open(/** @type {string} */ path) {
  await session.openFile(path);
  await session.page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  // A row is looked for on the screen.
  await session.page.keyboard.press('Control+End');
}

/** Asks for a new row; the draft is there when it is what is expected. */
async function expectDraft(/** @type {string} */ expected) {
  await session.runCommandThatAsks('Playbook: Add Refresh Summary Row', 'Add Refresh Summary Row');
  await session.until(async () => (await answerBox().inputValue()) === expected, `the draft "${expected}"`);
}

async function undo() {
  await session.page.keyboard.press('Control+Z');
  await session.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
}

describe('in a repository', () => {
  const own = useSession({ folder, prepare: commitAndChange });
  before(() => (session = own));

  test('a row says which tasks came and went, and who is asking is known from git', async () => {
    await open(english);
    await session.until(isKnownToGit, 'VS Code to know the repository');
    await expectDraft('Added tasks 4303, 4304; removed task 4302');
    await session.page.keyboard.press('Enter');
    await row('Added tasks').waitFor();
    assert.match(
      await textOf('Added tasks'),
      /^\| \d{1,2}\/\d{1,2}\/\d{4} \| Ada North \| Added tasks 4303, 4304; removed task 4302 \|$/,
    );
    await undo();
    assert.equal(await row('Added tasks').count(), 0, 'one undo took it all');
  });

  test('the same in a Chinese playbook, with what the author says instead of the draft', async () => {
    await open(chinese);
    await session.until(isKnownToGit, 'VS Code to know the repository');
    await expectDraft('新增任务 4303；删除任务 4301');
    await session.page.keyboard.press('End');
    await session.page.keyboard.type('，a | b');
    await session.page.keyboard.press('Enter');
    await row('新增任务').waitFor();
    assert.match(
      await textOf('新增任务'),
      /^\| \d{4}\/\d{1,2}\/\d{1,2} \| Ada North \| 新增任务 4303；删除任务 4301，a \\\| b \|$/,
    );
    await undo();
  });

  test('what is not saved yet counts; Escape changes nothing', async () => {
    await open(english);
    await session.until(isKnownToGit, 'VS Code to know the repository');
    await session.goToText('4303');
    await session.page.keyboard.type('4305');
    await expectDraft('Added tasks 4305, 4304; removed task 4302');
    await session.page.keyboard.press('Escape');
    await box().waitFor({ state: 'hidden' });
    await undo();
  });

  /** VS Code reads repositories in its own time, and shows the branch when it has. */
  const isKnownToGit = () => session.page.locator('.statusbar-item', { hasText: 'trunk' }).isVisible();
});

describe('without a repository', () => {
  const own = useSession({ folder });
  before(() => (session = own));

  test('nothing is drafted, an empty row is refused, and the author is asked', async () => {
    await open(english);
    await expectDraft('');
    await session.page.keyboard.press('Enter');
    await box().locator('.quick-input-message', { hasText: 'Enter what changed' }).waitFor();
    await session.page.keyboard.type('Links updated');
    await session.page.keyboard.press('Enter');
    await box().filter({ hasText: 'Add Refresh Summary Row (2/2)' }).waitFor();
    await session.goBack();
    await box().filter({ hasText: 'Add Refresh Summary Row (1/2)' }).waitFor();
    assert.equal(await answerBox().inputValue(), 'Links updated', 'the way back forgets nothing');
    await session.page.keyboard.press('Enter');
    await box().filter({ hasText: 'Add Refresh Summary Row (2/2)' }).waitFor();
    await session.page.keyboard.type('Bo Quist');
    await session.page.keyboard.press('Enter');
    await row('Links updated').waitFor();
    assert.match(await textOf('Links updated'), /\| Bo Quist \| Links updated \|$/);
    await undo();
  });

  test('an author may have the name remembered, and is not asked for it again', async () => {
    await open(english);
    await expectDraft('');
    await session.page.keyboard.type('Links updated');
    await session.page.keyboard.press('Enter');
    await box().filter({ hasText: 'Add Refresh Summary Row (2/2)' }).waitFor();
    await session.page.keyboard.type('Bo Quist');
    await session.page.keyboard.press('Enter');
    await row('Links updated').waitFor();
    const toast = session.page.locator('.notification-toast', { hasText: 'Use "Bo Quist" in all refresh logs' });
    await toast.getByRole('button', { name: 'Remember' }).click();
    await session.until(
      () => readFileSync(session.settingsFile, 'utf8').includes('"playbook.author": "Bo Quist"'),
      'the setting',
    );
    // The setting takes its time from the file to who asks for it; then there is one question only.
    const hasOneQuestion = async () => {
      await expectDraft('');
      const isOne = await box().filter({ hasText: '(1/1)' }).isVisible();
      if (!isOne) await session.page.keyboard.press('Escape');
      return isOne;
    };
    await session.until(hasOneQuestion, 'the name to be known');
    await session.page.keyboard.type('More links updated');
    await session.page.keyboard.press('Enter');
    await row('More links updated').waitFor();
    assert.match(await textOf('More links updated'), /\| Bo Quist \| More links updated \|$/);
  });
});

/** Commits a folder, and then changes tasks: some come, some go. */
function commitAndChange(/** @type {string} */ own) {
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: own, stdio: 'ignore' });
  git('init', '--initial-branch=trunk');
  git('config', 'user.name', 'Ada North');
  git('config', 'user.email', 'ada@example.com');
  git('add', '.');
  git('commit', '--message=As it was', '--no-gpg-sign');
  edit(join(own, english), (text) =>
    text
      .replace('| 4302 | Network - review the results', '| 4303 | Network - tell all')
      .replace(/(\| 4303 .*)/u, '$1\n| 4304 | Network - ask again | O | FastTrack Engineer | Core Onboarding |'),
  );
  edit(join(own, chinese), (text) => text.replace('| 4301 |', '| 4303 |'));
}

/**
 * @param {string} path
 * @param {(text: string) => string} change
 */
function edit(path, change) {
  const text = readFileSync(path, 'utf8');
  assert.notEqual(change(text), text, `${path} is another one now`);
  writeFileSync(path, change(text));
}
