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

test('the language status counts the problems', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.zh.md');
  const status = page.locator('[id="status.languageStatus"]');
  await status.and(page.locator('[aria-label*="1 error, 0 warnings"]')).waitFor();
  await status.hover();
  await page.locator('.hover-language-status', { hasText: '1 error, 0 warnings' }).waitFor();
});
