// A report as a person uses it: look, filter, sort, open, export, edit elsewhere, apply.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerDialog, assertAccessible, panelOf, reload, startCommand, THEMES, useTheme } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const CHINESE = '中文/评估网络.md';

const session = useSession({
  folder: fileURLToPath(new URL('../workspace', import.meta.url)),
  prepare: (own) => {
    mkdirSync(join(own, '中文'));
    writeFileSync(join(own, CHINESE), '---\ntitle: 评估网络\nft.audience: partner\n---\n\n# 评估网络\n');
  },
});

/** Opens the report, with a row for each page. Returns the page of the panel. */
async function openReport() {
  // The commands are there once the extension is.
  await session.openFile('assess-network.zh.md');
  await session.page.locator('[id="status.languageStatus"]').waitFor();
  await session.runCommand('Playbook: Open Front Matter Report');
  await rowOf('assess-network.md').waitFor();
  await rowOf('评估网络.md').waitFor();
  return panelOf(session);
}

test('the report has a row for every playbook', async () => {
  const panel = await openReport();
  await panel.locator('[role=status]', { hasText: '5' }).waitFor();
});

test('the filter leaves the rows with all words, and says how many', async () => {
  const { page } = session;
  const panel = await openReport();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('评估 中文');
  await panel.locator('[role=status]', { hasText: '1 of ' }).waitFor();
  assert.equal(await panel.locator('.body .row').count(), 1);
  await panel.locator('#filter').fill('no such words');
  await panel.locator('.message', { hasText: 'No rows contain all of these words' }).waitFor();
  await panel.locator('#filter').fill('');
  await rowOf('assess-network.md').waitFor();
});

test('a header sorts, by mouse and by key', async () => {
  const { page } = session;
  const panel = await openReport();
  const header = panel.locator('[role=columnheader]', { hasText: 'File' });
  const first = panel.locator('.body .row').first();
  await header.click();
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  const lowest = await first.innerText();
  await page.keyboard.press('Enter');
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  assert.notEqual(await first.innerText(), lowest);
  await page.keyboard.press('Space');
  assert.equal(await header.getAttribute('aria-sort'), 'none');
});

test('one cell at a time has the focus, and keys move it', async () => {
  const { page } = session;
  const panel = await openReport();
  await panel.locator('[role=columnheader]').first().focus();
  for (const key of [
    'ArrowDown',
    'ArrowDown',
    'End',
    'Home',
    'ArrowRight',
    'Control+End',
    'Control+Home',
    'PageDown',
    'PageUp',
  ])
    await page.keyboard.press(key);
  const focused = panel.locator('[tabindex="0"]');
  assert.equal(await panel.locator('.grid [tabindex="0"]').count(), 1);
  assert.equal(await panel.locator('.grid :focus').count(), 1);
  assert.equal(await focused.last().evaluate((cell) => cell.parentElement?.getAttribute('aria-rowindex')), '2');
});

test('axe finds nothing in any kind of theme', async () => {
  await openReport();
  for (const theme of THEMES) {
    await useTheme(session, theme);
    await assertAccessible(session);
  }
});

test('Enter opens the page beside', async () => {
  const { page } = session;
  await openReport();
  await rowOf('评估网络.md').locator('.cell').first().click();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .view-line', { hasText: '评估网络' }).first().waitFor();
});

test('an exported report comes back with what was edited in it: shown first, and written when the person agrees', async () => {
  const { page, folder } = session;
  const panel = await openReport();
  const target = join(folder, 'report.csv');
  await panel.locator('button', { hasText: 'Export CSV' }).click();
  await answerDialog(session, 'Export', target);
  await session.until(() => existsSync(target) && readFileSync(target, 'utf8').endsWith('\n'), 'the exported file');
  const exported = readFileSync(target, 'utf8');
  assert.match(exported, /^\uFEFFFile,title,.*\r\n/);

  writeFileSync(target, `${exported.replace(`${CHINESE},评估网络`, `${CHINESE},评估新网络`)}gone.md,A title\r\n`);
  await startCommand(session, 'Playbook: Apply Edited Front Matter');
  await answerDialog(session, 'Apply Edited Front Matter', target);
  await page.locator('.notification-list-item', { hasText: `The page "gone.md" doesn't exist` }).waitFor();
  await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: '评估新网络' }).waitFor();
  assert.match(readFileSync(join(folder, CHINESE), 'utf8'), /^title: 评估网络$/m, 'nothing is written yet');
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
  await page
    .locator('.notification-list-item', { hasText: 'Front matter applied: 1 value changed in 1 playbook.' })
    .waitFor();
  await rowOf('评估新网络').waitFor();
});

test('a panel comes back after a reload, as it was', async () => {
  const panel = await openReport();
  await panel.locator('#filter').fill('评估');
  await panel.locator('[role=columnheader]', { hasText: 'title' }).click();
  await reload(session, '"filter":"评估","sorting":{');
  await rowOf('评估网络.md').waitFor();
  assert.equal(await panel.locator('#filter').inputValue(), '评估');
  assert.equal(await panel.locator('[role=columnheader]', { hasText: 'title' }).getAttribute('aria-sort'), 'ascending');
});

function rowOf(/** @type {string} */ text) {
  return panelOf(session).locator('.body .row', { hasText: text }).first();
}
