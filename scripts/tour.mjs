// node scripts/tour.mjs: builds, and makes the moving picture of README.md in a real VS Code with the samples open.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { panelOf } from '../test/e2e/ui/panels.mjs';
import { openSession } from '../test/e2e/ui/session.mjs';
import { animatedPng } from './animated-png.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'docs/images/tour.png');
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'window.title': 'FastTrack playbooks',
};

/** @returns {Promise<import('./animated-png.mjs').Frame[]>} */
async function takeFrames() {
  const folder = join(root, 'samples');
  const session = await openSession({ folder, settings, size: { width: 1120, height: 620 } });
  const { page, press, goToText, openFile, openQuickFixes, runCommand } = session;
  /** @type {import('./animated-png.mjs').Frame[]} */
  const frames = [];
  const take = async (/** @type {number} */ seconds) => {
    // A pointer that moves would take away what a key has brought.
    await page.mouse.move(600, 5);
    await page.waitForTimeout(1000);
    frames.push({ png: await page.screenshot(), seconds });
  };
  try {
    await openFile('enable-open-the-meeting-rooms.md');
    await runCommand('View: Toggle Primary Side Bar Visibility');
    await page.locator('.squiggly-error').first().waitFor();
    await goToText('O FastTrack Manager');
    await take(2.5);
    await openQuickFixes();
    await take(2.5);
    await press('Enter', page.locator('.tab.active.dirty'));
    await take(2);
    await page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').first().click();
    const panel = panelOf(session);
    await panel.locator('.row.task').first().click();
    await take(3);
    await panel.locator('button.choice', { hasText: 'As readers see them' }).click();
    await take(3);
  } finally {
    await session.close();
  }
  return frames;
}

if ((await runNode(['esbuild.js'], { cwd: root })).code !== 0) process.exit(1);
writeFileSync(file, animatedPng(await takeFrames()));
console.log(file);
