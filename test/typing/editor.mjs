// A VS Code in which pages are typed, one after the other.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession } from '../e2e/ui/session.mjs';
import { type } from './typist.mjs';
import { arrivedKeys, firstLost, OUTSIDE, watchKeys } from './witness.mjs';

const folder = fileURLToPath(new URL('../e2e/workspace', import.meta.url));
/** How often a page is begun anew because a key got lost on its way. */
const MOST_ATTEMPTS = 5;
/** Milliseconds: what comes late after the last key has come by then. */
const AFTERMATH = 500;

/** Colours come in the workbench itself and not in a worker, so that the typist can wait for them. */
const STEADY = { 'editor.experimental.asyncTokenization': false };

/**
 * @typedef {object} Typed
 * @property {number} keys how many were struck
 * @property {string} text what they gave
 * @property {number} lost how many times the page was begun anew, because a key did not arrive
 */

/**
 * @typedef {object} Editor
 * @property {(page: import('./pages/index.mjs').TypedPage, pace: number) => Promise<Typed>} typePage `pace` in milliseconds from key to key
 * @property {() => Promise<void>} close
 *
 * @param {object} options
 * @param {readonly import('./pages/index.mjs').TypedPage[]} options.pages that will be typed
 * @param {Record<string, unknown>} [options.settings] of the author
 * @param {boolean} [options.withoutExtensions] the extension is disabled
 * @returns {Promise<Editor>}
 */
export async function openEditor({ pages, settings = {}, withoutExtensions = false }) {
  const session = await openSession({
    folder,
    prepare: (own) => pages.forEach(({ file }) => makeFile(join(own, file))),
    settings: { ...STEADY, ...settings },
    withoutExtensions,
  });
  const before = new Map(pages.map(({ file }) => [file, readFileSync(join(session.folder, file), 'utf8')]));
  // A playbook first: suggestions come when the extension has read the workspace.
  await session.openFile('playbooks/assess-network.md');
  if (!withoutExtensions) await session.page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  return {
    close: session.close,
    typePage: async ({ file, keys }, pace) => {
      for (let lost = 0; lost < MOST_ATTEMPTS; lost++) {
        writeFileSync(join(session.folder, file), before.get(file) ?? '');
        const { sent, arrived } = await typeFile(session, file, keys, pace);
        // Where the extension took the focus away, keys go elsewhere through its fault: the page will tell.
        const reason = firstLost(sent, withoutExtensions ? arrived : arrived.map((what) => what.replace(OUTSIDE, '')));
        await saveAndClose(session);
        const text = readFileSync(join(session.folder, file), 'utf8');
        if (reason === undefined) return { keys: sent.length, text, lost };
        console.log(`  ${file}, ${withoutExtensions ? 'without' : 'with'} the extension, again: ${reason}`);
      }
      throw new Error(`${file} was typed ${MOST_ATTEMPTS} times, and each time a key did not reach the editor`);
    },
  };
}

/** @param {string} path */
function makeFile(path) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, '');
}

/**
 * @param {import('../e2e/ui/session.mjs').Session} session
 * @param {string} file
 * @param {string} keys
 * @param {number} pace
 * @returns {Promise<{ sent: readonly string[], arrived: readonly string[] }>} as in `witness.mjs`
 */
async function typeFile({ page, openFile }, file, keys, pace) {
  await openFile(file);
  await page.locator('.editor-instance .native-edit-context').first().focus();
  await page.keyboard.press('Control+Home');
  await watchKeys(page);
  const sent = await type(page, keys, pace);
  await page.waitForTimeout(AFTERMATH);
  return { sent, arrived: await arrivedKeys(page) };
}

/**
 * Saves what was typed, unformatted, whatever the author has set. A tab does not show that its page is about to save
 * itself, but it does not close before that is done.
 *
 * @param {import('../e2e/ui/session.mjs').Session} session
 */
async function saveAndClose({ page, runCommand }) {
  await runCommand('File: Save without Formatting');
  await page.locator('.tab.active:not(.dirty)').waitFor();
  await runCommand('View: Close All Editors');
  await page.locator('.tab').first().waitFor({ state: 'hidden' });
}
