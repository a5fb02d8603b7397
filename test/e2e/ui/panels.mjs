// What the tests of our panels share: the page in a panel, axe, themes, and VS Code's own boxes.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The four kinds of theme that VS Code has. */
export const THEMES = ['Light Modern', 'Dark Modern', 'High Contrast', 'High Contrast Light'];

/**
 * The page in the panel that is in front.
 *
 * @param {import('./session.mjs').Session} session
 * @returns {import('playwright-core').FrameLocator}
 */
export function panelOf({ page }) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/**
 * A setting of the folder: VS Code follows it at once.
 *
 * @param {import('./session.mjs').Session} session
 * @param {string} theme
 */
export async function useTheme(session, theme) {
  mkdirSync(join(session.folder, '.vscode'), { recursive: true });
  writeFileSync(
    join(session.folder, '.vscode/settings.json'),
    JSON.stringify({ 'workbench.colorTheme': `Default ${theme}` }),
  );
  await panelOf(session).locator(`body[data-vscode-theme-id$="${theme}"]`).waitFor();
}

/**
 * Fails when axe finds anything in the panel. Above a gradient, axe can not tell contrast.
 *
 * @param {import('./session.mjs').Session} session
 * @param {number} [texts] whose contrast must have been looked at
 */
export async function assertAccessible(session, texts = 10) {
  const frame = await (await panelOf(session).locator('body').elementHandle())?.ownerFrame();
  assert.ok(frame);
  await frame.evaluate(axe);
  /** @type {import('axe-core').AxeResults} */
  const { violations, passes } = await frame.evaluate('axe.run(document)');
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
    [],
  );
  assert.ok((passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0) >= texts, 'contrast was looked at');
}

/**
 * Reloads the workbench as soon as it has stored `text`. In a browser, VS Code stores the state of panels every few seconds.
 *
 * @param {import('./session.mjs').Session} session
 * @param {string} text
 */
export async function reload({ page, until }, text) {
  await until(() => page.evaluate(isStored, text), `VS Code to store "${text}"`);
  await page.reload();
}

/** Runs in the workbench. @param {string} text */
async function isStored(text) {
  const result = (/** @type {IDBRequest<any>} */ request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db')) continue;
    /** @type {IDBDatabase} */
    const database = await result(indexedDB.open(name));
    const values = await result(database.transaction('ItemTable').objectStore('ItemTable').getAll());
    database.close();
    // JSON in JSON.
    if (values.some((/** @type {unknown} */ value) => String(value).replaceAll('\\', '').includes(text))) return true;
  }
  return false;
}

/**
 * Runs a command that asks for more, so that the box on top stays.
 *
 * @param {import('./session.mjs').Session} session
 * @param {string} title
 */
export async function startCommand({ page, typeInBox }, title) {
  await typeInBox('F1', `>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/**
 * Types a path into VS Code's own file dialog.
 *
 * @param {import('./session.mjs').Session} session
 * @param {string} title of the dialog
 * @param {string} path
 */
export async function answerDialog({ page }, title, path) {
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
  const input = page.locator('.quick-input-widget input.input');
  const listed = page.locator('.quick-input-list .monaco-list-row', { hasText: siblingOf(path) }).first();
  // When the dialog has read a folder, it puts in its own idea of a path; the entries of the folder are listed by then.
  for (let isTyped = false; !isTyped; isTyped = (await input.inputValue()) === path) {
    await input.fill(path);
    await listed.waitFor();
  }
  await input.press('Enter');
  await page.locator('.quick-input-title', { hasText: title }).waitFor({ state: 'hidden' });
}

/**
 * What the dialog lists first in the folder of a file: hidden entries are left out.
 *
 * @param {string} file
 */
function siblingOf(file) {
  const visible = readdirSync(dirname(file), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return (visible.find((entry) => entry.isDirectory()) ?? visible[0])?.name ?? '';
}
