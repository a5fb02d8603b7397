// The problems of pages that nobody has open: asked for by a command, shown in the Problems panel.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));

const session = useSession({ folder });

test('the whole workspace is checked by a command, and says what it found', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.md');
  await session.runCommand('Playbook: Check All Playbooks in the Workspace');
  const message = page.locator('.notification-toast', { hasText: 'playbooks checked' });
  await message.waitFor();
  assert.match(await message.innerText(), /4 playbooks checked: 1 error, 0 warnings/);
  await message.getByRole('button', { name: 'Show Problems' }).click();
  const panel = page.locator('.markers-panel');
  await panel.locator('.monaco-list-row', { hasText: 'assess-network.zh.md' }).first().waitFor();
  await panel.locator('.monaco-list-row', { hasText: 'task-mo-merged-role' }).first().waitFor();
});

test('a page that is opened and fixed after the check has each problem once, and then none', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.zh.md');
  await session.runCommand('Playbook: Check All Playbooks in the Workspace');
  await page.locator('.notification-toast', { hasText: 'playbooks checked' }).waitFor();
  await session.runCommand('View: Focus Problems');
  await session.press('Control+1', page.locator('.editor-instance .monaco-editor.focused'));
  await session.goToLine(41, 24);
  const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'task-mo-merged-role' });
  await session.until(async () => (await rows.count()) === 1, 'the problem to be shown once');
  const menu = await session.openQuickFixes();
  await menu.locator('.monaco-list-row.action').first().click();
  await session.until(async () => (await rows.count()) === 0, 'the problem to go');
});
