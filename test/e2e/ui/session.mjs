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
 * @property {(key: string, shown: import('playwright-core').Locator) => Promise<void>} press until it shows
 * @property {() => Promise<import('playwright-core').Locator>} openQuickFixes at the caret; gives the menu
 * @property {string} folder the copy on disk
 * @property {(isSo: () => boolean | Promise<boolean>, what: string) => Promise<void>} until asks again until it is so
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
  const press = async (/** @type {string} */ key, /** @type {import('playwright-core').Locator} */ shown) => {
    // On a busy machine the key may come before the editor is ready for it; a person would press it again.
    for (let attempt = 1; !(await shown.isVisible()); attempt++) {
      await page.keyboard.press(key);
      const appeared = shown.waitFor({ timeout: 5_000 });
      await (attempt < 10 ? appeared.catch(() => page.keyboard.press('Control+1')) : appeared);
    }
  };
  const openQuickFixes = async () => {
    const menu = page.locator('.action-widget .actionList');
    await press('Control+Period', menu);
    return menu;
  };
  const until = async (/** @type {() => boolean | Promise<boolean>} */ isSo, /** @type {string} */ what) => {
    for (const deadline = Date.now() + 60_000; !(await isSo()); await page.waitForTimeout(50)) if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
  };
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { page, folder: copy, openFile, goToLine, goToText, runCommand, press, openQuickFixes, until, close };
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
