// The oracle: a page typed with the extension equals the page that the same keys give without it, byte for byte.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession } from '../e2e/ui/session.mjs';
import { type } from './typist.mjs';

const folder = fileURLToPath(new URL('../e2e/workspace', import.meta.url));

/**
 * @typedef {object} Typed
 * @property {string} name of the page
 * @property {number} keys how many were struck
 * @property {string} text what they gave
 */

/**
 * Types pages one after the other in an editor of its own.
 *
 * @param {readonly import('./pages/index.mjs').TypedPage[]} pages
 * @param {number} pace milliseconds from key to key
 * @param {{ settings?: Record<string, unknown>, withoutExtensions?: boolean }} [editor] the author's settings, and whether the extension is disabled
 * @returns {Promise<Typed[]>}
 */
export async function typePages(pages, pace, editor = {}) {
  const session = await openSession({ folder, prepare: (own) => pages.forEach((page) => makeFile(join(own, page.file))), ...editor });
  try {
    /** @type {Typed[]} */
    const typed = [];
    for (const page of pages) typed.push(await typePage(session, page, pace, editor.withoutExtensions === true));
    return typed;
  } finally {
    await session.close();
  }
}

/** @param {string} path */
function makeFile(path) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, '');
}

/**
 * @param {import('../e2e/ui/session.mjs').Session} session
 * @param {import('./pages/index.mjs').TypedPage} typed
 * @param {number} pace
 * @param {boolean} isAlone without the extension
 * @returns {Promise<Typed>}
 */
async function typePage({ page, folder: own, openFile, press }, { name, file, keys: script }, pace, isAlone) {
  const tab = page.locator('.tab.active');
  // A playbook first: suggestions come when the extension has read the workspace.
  await openFile('playbooks/assess-network.md');
  if (!isAlone) await page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await openFile(file);
  await page.keyboard.press('Control+Home');
  const keys = await type(page, script, pace);
  await tab.and(page.locator('.dirty')).waitFor();
  await press('Control+S', page.locator('.tab.active:not(.dirty)'));
  return { name, keys, text: readFileSync(join(own, file), 'utf8') };
}
