// A task is followed with the keyboard, as an author does: F12, Shift+F12, F2, and one undo.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const session = useSession({ folder: fileURLToPath(new URL('../workspace', import.meta.url)) });

const pages = ['assess-network.md', 'assess-network.de.md', 'assess-network.zh.md', 'task-details.md'];

test('F12 on a task ID opens its entry in the catalogue', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.de.md');
  await session.goToText('4301');
  await session.press('F12', page.locator('.tab.active', { hasText: 'task-details.md' }));
  await page.locator('.view-line', { hasText: '4301: Network' }).first().waitFor();
});

test('Shift+F12 lists every use in three languages', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.md');
  await session.goToText('4302');
  const peek = page.locator('.peekview-widget');
  await session.press('Shift+F12', peek);
  for (const name of pages) await peek.locator('.ref-tree .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Escape');
});

test('F2 renames a task everywhere, and one undo takes it back', async () => {
  const { page } = session;
  const disk = (/** @type {string} */ name) => readFileSync(`${session.folder}/playbooks/${name}`, 'utf8');
  await session.openFile('playbooks/assess-network.zh.md');
  await session.goToText('4302');
  const box = page.locator('.rename-box input');
  await session.press('F2', box);
  await box.fill('4399');
  await box.press('Enter');
  await page.locator('.view-line', { hasText: '4399' }).first().waitFor();
  await session.runCommand('File: Save All');
  for (const name of pages)
    await session.until(
      () => disk(name).includes('4399') && !disk(name).includes('4302'),
      `${name} to have the new ID`,
    );

  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+Z');
  await page
    .locator('.tab.dirty')
    .nth(pages.length - 1)
    .waitFor();
  await session.runCommand('File: Save All');
  for (const name of pages)
    await session.until(
      () => disk(name).includes('4302') && !disk(name).includes('4399'),
      `${name} to have the old ID again`,
    );
});
