// npm run screenshots [name…]: builds, and takes the pictures of docs/images from a real VS Code with the samples open.
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
 * @property {string} [text] the caret goes to; the problems are shown below
 * @property {string} [report] title of the command that opens a report
 * @property {boolean} [menu] with the menu of quick fixes open
 */

/** @type {Picture[]} */
const pictures = [
  { name: 'problems', file: 'enable-open-the-meeting-rooms.md', text: 'O FastTrack Manager' },
  { name: 'quick-fix', file: 'enable-open-the-meeting-rooms.md', text: 'O FastTrack Manager', menu: true },
  { name: 'problems-chinese', file: 'remediate-close-the-network-gaps-sc.md', text: 'O FastTrack 工程师' },
  { name: 'metadata-report', file: 'remediate-close-the-network-gaps-sc.md', report: 'Playbook: Open Front Matter Report' },
];

async function main() {
  if ((await runNode(['esbuild.js'], { cwd: root })).code !== 0) return 1;
  mkdirSync(images, { recursive: true });
  const names = process.argv.slice(2);
  for (const picture of pictures) if (names.length === 0 || names.includes(picture.name)) await take(picture);
  return 0;
}

/** @param {Picture} picture */
async function take({ name, file, text, report, menu = false }) {
  const session = await openSession({ folder: join(root, 'samples'), settings, size: { width: 1200, height: report ? 400 : 700 }, scale: 1.5 });
  try {
    const { page } = session;
    await session.openFile(file);
    if (text) await showProblems(session, text);
    if (report) await showReport(session, report);
    if (menu) await session.openQuickFixes();
    await page.mouse.move(600, 5);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await session.close();
  }
}

/**
 * @param {import('../test/e2e/ui/session.mjs').Session} session
 * @param {string} text
 */
async function showProblems({ page, runCommand, goToText }, text) {
  await runCommand('View: Focus Problems');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'playbook' }).first().waitFor();
  await goToText(text);
}

/**
 * @param {import('../test/e2e/ui/session.mjs').Session} session
 * @param {string} command
 */
async function showReport({ page, runCommand }, command) {
  // The command is there once the extension is.
  await page.locator('[id="status.languageStatus"]').waitFor();
  await runCommand('View: Toggle Primary Side Bar Visibility');
  await runCommand(command);
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('.body .row').first().click();
}

process.exitCode = await main();
