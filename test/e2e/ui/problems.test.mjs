// What an author sees on the screen: squiggles, the Problems panel, the lightbulb's menu, the language status.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const session = useSession({ folder: fileURLToPath(new URL('../workspace', import.meta.url)) });

test('the Problems panel shows the problem, its source and its rule', async () => {
  await session.openFile('playbooks/assess-network.zh.md');
  await session.runCommand('View: Focus Problems');
  const problem = session.page
    .locator('.markers-panel .monaco-list-row', { hasText: 'playbook' })
    .filter({ hasText: 'Ln 41' })
    .first();
  await problem.waitFor();
  assert.match(await problem.innerText(), /^[a-z]+(-[a-z]+)+$/m, 'the id of its rule');
});

test('the cell is underlined, and its menu of quick fixes repairs it', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.zh.md');
  await session.goToLine(41, 24);
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  const menu = await session.openQuickFixes();
  await menu.locator('.monaco-list-row.action').first().click();
  await page
    .locator('.view-line', { hasText: /M\s*\|\s*FastTrack/ })
    .first()
    .waitFor();
});

test('the status bar counts the problems of the playbook, and opens them', async () => {
  const { page } = session;
  const item = page.locator('[id="fasttrack-playbook.fasttrack-playbook.playbook.problems"]');
  await session.openFile('playbooks/assess-network.zh.md');
  await item.and(page.locator('[aria-label*="Playbook: 1 error, 0 warnings"]')).waitFor();
  await item.locator('a').click();
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'playbook' }).first().waitFor();
  await session.openFile('README.md');
  await item.waitFor({ state: 'hidden' });
});

test('the link of a problem opens the page of its rule', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.zh.md');
  await session.runCommand('View: Focus Problems');
  await page
    .locator('.markers-panel .monaco-list-row', { hasText: 'task-' })
    .first()
    .locator('a.marker-code, a:has(.marker-code)')
    .click();
  await page.locator('.tab.active', { hasText: /Preview task-/ }).waitFor();
});

test('the language status counts the problems', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.zh.md');
  const status = page.locator('[id="status.languageStatus"]');
  await status.and(page.locator('[aria-label*="1 error, 0 warnings"]')).waitFor();
  await status.hover();
  await page.locator('.hover-language-status', { hasText: '1 error, 0 warnings' }).waitFor();
});
