// Pages that VS Code does not let anybody change: the task preview is locked too, and every command says why it changes nothing.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { panelOf } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** @type {Record<string, string>} */
const effects = JSON.parse(readFileSync(join(root, 'test/support/command-effects.json'), 'utf8'));
/** @type {Record<string, string>} */
const titles = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));

const SETTINGS = {
  'files.autoSave': 'off',
  'files.readonlyInclude': { 'playbooks/locked*.md': true, '**/not-locked.md': false },
  'files.readonlyExclude': { '**/locked-no-longer.md': true },
  'files.readonlyFromPermissions': true,
};

const session = useSession({
  folder: fileURLToPath(new URL('../workspace', import.meta.url)),
  settings: SETTINGS,
  prepare: writePages,
});

for (const [name, reason] of [
  ['locked.md', /locked\.md is read-only because of the setting files\.readonlyInclude/],
  ['no-permission.md', /no-permission\.md is read-only because .*files\.readonlyFromPermissions/],
]) {
  test(`the preview of ${name} is locked, and says why`, async () => {
    const { page } = session;
    await openWithPreview(String(name));
    assert.match(await panelOf(session).locator('.read-only').innerText(), /** @type {RegExp} */ (reason));
    await rowOf('4302').locator('.of-task-name').dblclick();
    await page.keyboard.press('F2');
    await panelOf(session)
      .getByRole('alert')
      .filter({ hasText: /** @type {RegExp} */ (reason) })
      .waitFor();
    assert.equal(await panelOf(session).locator('.editor').count(), 0, 'no cell opens');
  });
}

for (const name of ['not-locked.md', 'locked-no-longer.md']) {
  test(`the preview of ${name} is not locked`, async () => {
    await openWithPreview(name);
    assert.equal(await panelOf(session).locator('.read-only').count(), 0);
    await rowOf('4302').locator('.of-task-name').click();
    await session.page.keyboard.press('F2');
    await panelOf(session).locator('.editor').waitFor();
    await session.page.keyboard.press('Escape');
  });
}

for (const isVisible of [true, false]) {
  test(`a change in the preview of a page that is read-only in this session is refused, with ${isVisible ? 'an' : 'no'} editor of it in sight`, async () => {
    const { page } = session;
    const name = `session-${isVisible ? 'visible' : 'hidden'}.md`;
    await openWithPreview(name);
    await rowOf('4302').locator('.of-task-name').click();
    await session.press('Control+1', page.locator('.editor-instance .monaco-editor.focused'));
    await session.runCommand('File: Set Active Editor Read-only in Session');
    if (!isVisible) await session.openFile('README.md');
    // A click on a row would bring its page to the front.
    await panelOf(session).locator('.text-filter input').click();
    await page.keyboard.press('ArrowDown');
    await rowOf('4302').locator('.of-task-name:focus').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type(' again');
    await page.keyboard.press('Enter');
    await panelOf(session)
      .getByRole('alert')
      .filter({ hasText: `${name} is read-only in this session` })
      .filter({ hasText: "Your text wasn't saved: Network - review the results again" })
      .waitFor();
    await rowOf('results again').waitFor({ state: 'detached' });
    assert.equal(diskText(name), diskText('unchanged.md'));
    await rowOf('4302').locator('.of-task-name').click();
    await page.locator('.editor-instance .view-line', { hasText: '4302' }).first().waitFor();
    assert.equal(
      await page.locator('.editor-instance .view-line', { hasText: 'again' }).count(),
      0,
      'the page is as it was',
    );
  });
}

test('every command that changes the active page says why it changes nothing', async () => {
  const { page } = session;
  await session.openFile('playbooks/locked.md');
  await session.goToText('4302');
  // It is there when the page is known to be a playbook.
  await page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').first().waitFor();
  for (const [command] of Object.entries(effects).filter(([, effect]) => effect === 'page')) {
    await session.runCommand(`Playbook: ${titles[`command.${command.slice('playbook.'.length)}`]}`);
    await page
      .locator('.notification-list-item', {
        hasText: 'locked.md is read-only because of the setting files.readonlyInclude',
      })
      .first()
      .waitFor()
      .catch(() => assert.fail(`${command} says nothing`));
    await session.runCommand('Notifications: Clear All Notifications');
  }
  assert.equal(await page.locator('.tab.active.dirty').count(), 0);
  assert.equal(diskText('locked.md'), diskText('unchanged.md'));
});

test('a command on a page that is read-only in this session says so', async () => {
  const { page } = session;
  await session.openFile('playbooks/session-command.md');
  await session.goToText('4302');
  await page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').first().waitFor();
  await session.runCommand('File: Set Active Editor Read-only in Session');
  for (const command of ['Playbook: Delete Task Row', 'Playbook: Fix All Safe Problems in This Playbook']) {
    await session.runCommand(command);
    const refusal = page.locator('.notification-list-item', {
      hasText: 'session-command.md is read-only in this session',
    });
    await refusal.waitFor();
    await session.runCommand('Notifications: Clear All Notifications');
    await refusal.waitFor({ state: 'hidden' });
  }
  assert.equal((await page.locator('.editor-instance .view-line', { hasText: '4302' }).count()) > 0, true);
});

/** A page of its own for each test. */
function writePages(/** @type {string} */ folder) {
  const text = readFileSync(join(folder, 'playbooks/assess-network.md'), 'utf8');
  for (const name of [
    'unchanged',
    'locked',
    'no-permission',
    'not-locked',
    'locked-no-longer',
    'session-visible',
    'session-hidden',
  ])
    writeFileSync(join(folder, `playbooks/${name}.md`), text);
  writeFileSync(join(folder, 'playbooks/session-command.md'), text.replace('Engineer**  \n', 'Engineer**\n'));
  chmodSync(join(folder, 'playbooks/no-permission.md'), 0o444);
}

async function openWithPreview(/** @type {string} */ name) {
  await session.openFile(`playbooks/${name}`);
  await session.page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').first().click();
  await rowOf('4302').waitFor();
}

function rowOf(/** @type {string} */ text) {
  return panelOf(session).locator('.row.task', { hasText: text }).first();
}

function diskText(/** @type {string} */ name) {
  return readFileSync(join(session.folder, 'playbooks', name), 'utf8');
}
