// A real workbench with the extension installed, on a throw-away copy of a folder, for tests and pictures that look at the screen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../host/browser.mjs';
import { installDisplayLanguage } from '../host/display-language.mjs';
import { installHost } from '../host/install.mjs';
import { startServer, writeKeybindings, writeSettings } from '../host/server.mjs';
import { showWorkbench, webWorkerSettings } from '../host/workbench.mjs';
import { createScene } from './scene.mjs';
import { PATIENCE, userOf } from './user.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// The server of VS Code ends with this process, but only a process that exits by itself can see to that.
for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** Sessions that are not closed yet. @type {Set<Session>} */
export const openSessions = new Set();

/** Keys that nobody presses, and what they do in the workbench of a session. */
const CLOSE_EDITOR = 'Control+Alt+Shift+F11';
const CLOSE_THE_REST = 'Control+Alt+Shift+F12';
const KEYBINDINGS = [
  { key: 'ctrl+alt+shift+f11', command: 'workbench.action.revertAndCloseActiveEditor' },
  {
    key: 'ctrl+alt+shift+f12',
    command: 'runCommands',
    args: {
      commands: [
        'workbench.action.closeQuickOpen',
        'notifications.clearAll',
        'workbench.action.closePanel',
        'workbench.action.editorLayoutSingle',
        'workbench.action.focusFirstEditorGroup',
      ],
    },
  },
];

/**
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {string} home holds all that is on disk for this session; the processes of its VS Code have it in their arguments
 * @property {string} folder the copy on disk: another one after `reload`
 * @property {string} settingsFile of the user
 * @property {(start?: Start) => Promise<void>} reload opens a fresh copy of the folder in a new workbench
 * @property {() => Promise<void>} reset closes everything and restores the folder and the settings, in the same workbench
 * @property {() => Promise<void>} close
 * @property {string} logs the folder of VS Code's logs, which the output of extensions is part of
 * @property {readonly string[]} consoleLines what the workbench has written to its console
 *
 * @typedef {Workbench & import('./user.mjs').User} Session
 *
 * @typedef {object} Start
 * @property {(own: string) => void} [prepare] changes the copy before it is opened
 * @property {Record<string, unknown>} [settings] of the user
 *
 * @typedef {object} Options
 * @property {string} folder copied, with what is in it
 * @property {boolean} [withoutExtensions] the extension is installed and disabled
 * @property {boolean} [inWebWorker] the extension runs in the web worker extension host, as on a site without machines
 * @property {string} [displayLanguage] of VS Code: one of the language pack of the tests
 * @property {string} [extension] its folder, when it isn't the repository
 * @property {readonly { key: string, command: string, args?: unknown }[]} [keybindings] of the user
 * @property {{ width: number, height: number }} [size]
 * @property {number} [scale]
 */

/**
 * @param {Options & Start} options
 * @returns {Promise<Session>}
 */
export async function openSession(options) {
  const session = await startSession(options);
  await session.reload();
  return session;
}

/**
 * Starts VS Code, and opens nothing: `reload` does that.
 *
 * @param {Options & Start} options
 * @returns {Promise<Session>}
 */
export async function startSession({
  folder,
  withoutExtensions,
  inWebWorker = false,
  displayLanguage,
  extension = root,
  keybindings = [],
  size = { width: 1280, height: 800 },
  scale = 1,
  ...usual
}) {
  const home = mkdtempSync(join(tmpdir(), 'pb-'));
  const dataDir = join(home, 'data');
  const host = await installHost(console.log);
  const server = await startServer({
    host,
    dataDir,
    extension,
    args: [
      '--disable-workspace-trust',
      // The server need not keep a workbench that was left: the tests never come back to it.
      '--reconnection-grace-time=0',
      ...(displayLanguage === undefined ? [] : installDisplayLanguage(dataDir, displayLanguage)),
    ],
  });
  writeKeybindings(dataDir, [...KEYBINDINGS, ...keybindings]);
  const browser = await launchBrowser(console.log);
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, reducedMotion: 'reduce' });
  await page.addInitScript(neverWaitForIdle);
  /** @type {string[]} */
  const consoleLines = [];
  page.on('console', (message) => consoleLines.push(message.text()));
  // VS Code in a browser asks for this; who wants to paste says yes.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  page.setDefaultTimeout(PATIENCE);

  const settingsFile = join(dataDir, 'data/User/settings.json');
  let reloads = 0;
  /** @type {() => void} */
  let restoreFiles = () => {};
  const reload = async (/** @type {Start} */ { prepare = usual.prepare, settings = {} } = {}) => {
    const scene = createScene({ source: folder, home: join(home, String(++reloads)), prepare });
    await forget(page, server.origin);
    consoleLines.length = 0;
    const hostSettings = inWebWorker ? webWorkerSettings(extension) : {};
    writeSettings(dataDir, { ...STEADY, ...hostSettings, ...usual.settings, ...settings });
    const written = readFileSync(settingsFile, 'utf8');
    restoreFiles = () => {
      scene.restore();
      if (readFileSync(settingsFile, 'utf8') !== written) writeFileSync(settingsFile, written);
    };
    await showWorkbench(page, { server, folder: scene.folder, withoutExtensions });
    await page.waitForSelector('.monaco-workbench .part.statusbar');
    session.folder = scene.folder;
  };
  const reset = async () => {
    await closeEverything(page);
    restoreFiles();
    consoleLines.length = 0;
  };
  const close = async () => {
    openSessions.delete(session);
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const logs = join(dataDir, 'data/logs');
  /** @type {Session} */
  const session = { ...userOf(page), page, home, folder: '', settingsFile, reload, reset, close, logs, consoleLines };
  openSessions.add(session);
  return session;
}

/** Nothing on the screen that is not about playbooks, and no memory of a file that was closed. */
const STEADY = {
  'editor.minimap.enabled': false,
  'files.restoreUndoStack': false,
  'window.commandCenter': false,
  'workbench.editor.restoreViewState': false,
};

/**
 * A browser without a screen may never call a page idle. VS Code stores its state, and does more, only when it is; so here
 * a page counts as idle when it has done what it had to do before.
 */
function neverWaitForIdle() {
  const deadline = { didTimeout: false, timeRemaining: () => 15 };
  window.requestIdleCallback = (callback) => Number(setTimeout(() => callback(deadline)));
  window.cancelIdleCallback = (handle) => clearTimeout(handle);
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
 * Closes boxes, notifications, panels, and editors, whose changes are lost.
 *
 * @param {import('playwright-core').Page} page
 */
async function closeEverything(page) {
  page.removeAllListeners('dialog');
  await page.mouse.move(0, 0);
  await page.keyboard.press('Escape');
  const tabs = page.locator('.tabs-container .tab');
  for (let open = await tabs.count(); open > 0; open = await tabs.count()) {
    await page.keyboard.press(CLOSE_EDITOR);
    await tabs.nth(open - 1).waitFor({ state: 'detached', timeout: 10_000 });
  }
  await page.keyboard.press(CLOSE_THE_REST);
  for (const left of ['.quick-input-widget', '.notification-toast', '.part.panel', '.monaco-dialog-box'])
    await page.locator(left).first().waitFor({ state: 'hidden', timeout: 10_000 });
}
