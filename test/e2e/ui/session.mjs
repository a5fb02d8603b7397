// A real workbench with the extension installed, on a throw-away copy of a folder, for tests and pictures that look at the screen.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../host/browser.mjs';
import { installHost } from '../host/install.mjs';
import { startServer } from '../host/server.mjs';
import { openWorkbench } from '../host/workbench.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * @typedef {object} Session
 * @property {import('playwright-core').Page} page
 * @property {(path: string) => Promise<void>} openFile by its path in the folder
 * @property {(line: number, column: number) => Promise<void>} goToLine puts the caret there and shows it
 * @property {(text: string) => Promise<void>} goToText selects the first place that has it
 * @property {(title: string) => Promise<void>} runCommand by its title in the command palette
 * @property {() => Promise<import('playwright-core').Locator>} openQuickFixes at the caret; gives the menu
 * @property {() => Promise<void>} close
 *
 * @param {object} options
 * @param {string} options.folder copied, with what is in it
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {{ width: number, height: number }} [options.size]
 * @param {number} [options.scale]
 * @returns {Promise<Session>}
 */
export async function openSession({ folder, settings = {}, ...look }) {
  const home = mkdtempSync(join(tmpdir(), 'pb-'));
  const copy = join(home, 'playbooks');
  cpSync(folder, copy, { recursive: true });

  const host = await installHost(console.log);
  const server = await startServer({
    host,
    dataDir: join(home, 'data'),
    settings: { 'editor.minimap.enabled': false, 'window.commandCenter': false, ...settings },
    extension: root,
    args: ['--disable-workspace-trust'],
  });
  const browser = await launchBrowser(host, console.log);
  const { page } = await openWorkbench({ browser, server, folder: copy, ...look });
  page.setDefaultTimeout(60_000);
  await page.waitForSelector('.monaco-workbench .part.statusbar');

  const runCommand = (/** @type {string} */ title) => pick(page, `>${title}`, title);
  const openFile = async (/** @type {string} */ path) => {
    await pick(page, path, path.split('/').at(-1) ?? path);
    await page.waitForSelector('.editor-instance .view-line');
  };
  const goToLine = async (/** @type {number} */ line, /** @type {number} */ column) => {
    await quickInput(page, 'Control+G', `:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  const goToText = async (/** @type {string} */ text) => {
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+F');
    const find = page.locator('.find-widget textarea.input').first();
    await find.fill(text);
    await find.press('Enter');
    await find.press('Escape');
    await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  };
  const openQuickFixes = async () => {
    const menu = page.locator('.action-widget .actionList');
    // On a busy machine the key may come before the editor is ready for it; a person would press it again.
    for (let attempt = 1; !(await menu.isVisible()); attempt++) {
      await page.keyboard.press('Control+Period');
      const opened = menu.waitFor({ timeout: 5_000 });
      await (attempt < 10 ? opened.catch(() => page.keyboard.press('Control+1')) : opened);
    }
    return menu;
  };
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { page, openFile, goToLine, goToText, runCommand, openQuickFixes, close };
}

/**
 * Types into quick open, as a person does, and takes the entry when it is there.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} typed
 * @param {string} entry a part of what the entry says
 */
async function pick(page, typed, entry) {
  await quickInput(page, typed.startsWith('>') ? 'F1' : 'Control+P', typed);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} key opens the box
 * @param {string} typed replaces what is in it
 */
async function quickInput(page, key, typed) {
  const input = page.locator('.quick-input-widget input.input');
  await page.keyboard.press(key);
  await input.waitFor();
  await input.fill(typed);
}
