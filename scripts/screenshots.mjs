// npm run screenshots: builds, and takes the pictures of docs/images from a real VS Code with the samples open.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './run.mjs';
import { openSession } from '../test/e2e/ui/session.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'window.title': 'FastTrack playbooks',
};

/**
 * @typedef {object} Picture
 * @property {string} name of the file
 * @property {string} file of the samples
 * @property {string} text the caret goes to
 * @property {boolean} [menu] with the menu of quick fixes open
 */

/** @type {Picture[]} */
const pictures = [
  { name: 'problems', file: 'enable-open-the-meeting-rooms.md', text: 'O FastTrack Manager' },
  { name: 'quick-fix', file: 'enable-open-the-meeting-rooms.md', text: 'O FastTrack Manager', menu: true },
  { name: 'problems-chinese', file: 'remediate-close-the-network-gaps-sc.md', text: 'O FastTrack 工程师' },
];

async function main() {
  if ((await runNode(['esbuild.js'], { cwd: root })).code !== 0) return 1;
  mkdirSync(images, { recursive: true });
  for (const picture of pictures) await take(picture);
  return 0;
}

/** @param {Picture} picture */
async function take({ name, file, text, menu = false }) {
  const session = await openSession({ folder: join(root, 'samples'), settings, size: { width: 1200, height: 700 }, scale: 1.5 });
  try {
    const { page } = session;
    await session.openFile(file);
    await session.runCommand('View: Focus Problems');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'playbook' }).first().waitFor();
    await session.goToText(text);
    if (menu) await session.openQuickFixes();
    await page.mouse.move(600, 5);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await session.close();
  }
}

process.exitCode = await main();
