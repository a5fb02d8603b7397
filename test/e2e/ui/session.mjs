// A real workbench with the extension installed, on a throw-away copy of a folder, for tests and pictures that look at the screen.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../host/browser.mjs';
import { installHost } from '../host/install.mjs';
import { startServer, writeSettings } from '../host/server.mjs';
import { showWorkbench } from '../host/workbench.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Those that are not closed yet. @type {Set<Session>} */
export const openSessions = new Set();

/**
 * @typedef {object} Session
 * @property {import('playwright-core').Page} page
 * @property {(path: string) => Promise<void>} openFile by its path in the folder
 * @property {(line: number, column: number) => Promise<void>} goToLine puts the caret there and shows it
 * @property {(text: string) => Promise<void>} goToText selects the first place that has it
 * @property {(title: string) => Promise<void>} runCommand by its title in the command palette
 * @property {(title: string, asks: string) => Promise<void>} runCommandThatAsks the same, by keyboard, until it asks under that title
 * @property {() => Promise<void>} goBack to the question before
 * @property {(key: string, shown: import('playwright-core').Locator) => Promise<void>} press until it shows
 * @property {() => Promise<import('playwright-core').Locator>} openQuickFixes at the caret; gives the menu
 * @property {(copied: { text: string, html?: string }) => Promise<void>} copy puts it on the clipboard, as another program would
 * @property {string} home holds all that is on disk for this session; the processes of its VS Code have it in their arguments
 * @property {string} folder the copy on disk: another one after `renew`
 * @property {string} settingsFile of the user
 * @property {(isSo: () => boolean | Promise<boolean>, what: string) => Promise<void>} until asks again until it is so
 * @property {(scene?: Scene) => Promise<void>} renew opens a fresh copy of the folder, with nothing left of what was before
 * @property {() => Promise<void>} close
 * @property {string} logs the folder of VS Code's logs, which the output of extensions is part of
 * @property {readonly string[]} consoleLines what the workbench has written to its console
 *
 * @typedef {object} Scene
 * @property {(own: string) => void} [prepare] changes the copy before it is opened
 * @property {Record<string, unknown>} [settings] of the user
 *
 * @typedef {object} Options
 * @property {string} folder copied, with what is in it
 * @property {boolean} [withoutExtensions] the extension is installed and disabled
 * @property {{ width: number, height: number }} [size]
 * @property {number} [scale]
 */

/**
 * @param {Options & Scene} options
 * @returns {Promise<Session>}
 */
export async function openSession(options) {
  const session = await startSession(options);
  await session.renew();
  return session;
}

/**
 * Starts VS Code, and opens nothing: that is done by `renew`.
 *
 * @param {Options & Scene} options
 * @returns {Promise<Session>}
 */
export async function startSession({
  folder,
  prepare,
  settings,
  withoutExtensions,
  size = { width: 1280, height: 800 },
  scale = 1,
}) {
  const home = mkdtempSync(join(tmpdir(), 'pb-'));
  const host = await installHost(console.log);
  const server = await startServer({
    host,
    dataDir: join(home, 'data'),
    extension: root,
    // The server need not keep a workbench that was left: the tests never come back to it.
    args: ['--disable-workspace-trust', '--reconnection-grace-time=0'],
  });
  const browser = await launchBrowser(console.log);
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  /** @type {string[]} */
  const consoleLines = [];
  page.on('console', (message) => consoleLines.push(message.text()));
  // VS Code in a browser asks for this; who wants to paste says yes.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  page.setDefaultTimeout(60_000);
  const dataDir = join(home, 'data');
  let opened = 0;
  const renew = async (/** @type {Scene} */ scene = {}) => {
    const own = join(home, String(++opened), 'playbooks');
    cpSync(folder, own, { recursive: true });
    (scene.prepare ?? prepare)?.(own);
    await forget(page, server.origin);
    consoleLines.length = 0;
    writeSettings(dataDir, {
      'editor.minimap.enabled': false,
      'window.commandCenter': false,
      ...settings,
      ...scene.settings,
    });
    await showWorkbench(page, { server, folder: own, withoutExtensions });
    await page.waitForSelector('.monaco-workbench .part.statusbar');
    session.folder = own;
  };

  const runCommand = (/** @type {string} */ title) => pick(page, `>${title}`, title);
  const runCommandThatAsks = async (/** @type {string} */ title, /** @type {string} */ asks) => {
    const offered = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    // A command for playbooks is there once the page is known to be one; an open list does not learn of it.
    for (let isOffered = false; !isOffered;) {
      await quickInput(page, 'F1', `>${title}`);
      isOffered = await offered.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (isOffered) break;
      await page.keyboard.press('Escape');
      // The next text must not go into a list that is about to close.
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    }
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: `${asks} (1/` }).waitFor();
  };
  const openFile = async (/** @type {string} */ path) => {
    const name = path.split('/').at(-1) ?? path;
    const tab = page.locator(`.tab.active[data-resource-name="${name}"]`);
    // The list is sorted anew while it fills, so a click may meet its neighbour.
    for (let isOpen = false; !isOpen;) {
      await pick(page, path, name);
      isOpen = await tab.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    }
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
    for (const deadline = Date.now() + 60_000; !(await isSo()); await page.waitForTimeout(50))
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
  };
  const onClipboard = (/** @type {{ text: string, html?: string }} */ copied) => copy(page, copied);
  // The keys of VS Code itself, which differ.
  const goBack = () =>
    page.keyboard.press(
      { win32: 'Alt+ArrowLeft', darwin: 'Control+Minus' }[String(process.platform)] ?? 'Control+Alt+Minus',
    );
  const settingsFile = join(dataDir, 'data/User/settings.json');
  const close = async () => {
    openSessions.delete(session);
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const logs = join(dataDir, 'data/logs');
  /** @type {Session} */
  const session = {
    page,
    home,
    folder: '',
    settingsFile,
    renew,
    openFile,
    goToLine,
    goToText,
    runCommand,
    runCommandThatAsks,
    goBack,
    press,
    openQuickFixes,
    until,
    copy: onClipboard,
    close,
    logs,
    consoleLines,
  };
  openSessions.add(session);
  return session;
}

/**
 * Leaves the page, and forgets what it has kept in the browser.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} origin
 */
async function forget(page, origin) {
  page.removeAllListeners('dialog');
  await page.goto('about:blank');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await browser.detach();
  await page.mouse.move(0, 0);
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

/**
 * Copies by the event that every program of a browser copies by: `navigator.clipboard` would clean the HTML first.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ text: string, html?: string }} copied
 */
async function copy(page, copied) {
  await page.evaluate(({ text, html }) => {
    const write = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', write, { capture: true, once: true });
    document.execCommand('copy');
  }, copied);
}
