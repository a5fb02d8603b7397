// Types like a person: one key after the other, at an even speed.
import { Keyboard } from './keyboard.mjs';
import { strokesOf } from './keys.mjs';

/** Milliseconds from key to key. */
export const SPEEDS = { fast: 20, normal: 100, slow: 200 };

/** Milliseconds: a list that VS Code opens late has opened by then. */
const REST = 500;

/**
 * @param {import('playwright-core').Page} page with the caret where the typing begins
 * @param {string} script see `keys.mjs`
 * @param {number} pace milliseconds from key to key
 * @returns {Promise<readonly string[]>} the keys that were struck and the texts that were given, as in `witness.mjs`
 */
export async function type(page, script, pace) {
  const cdp = await page.context().newCDPSession(page);
  const keyboard = new Keyboard(page, cdp);
  const beat = metronome(pace);
  for (const stroke of strokesOf(script)) {
    await perform(page, keyboard, stroke, beat);
    await beat();
  }
  await keyboard.arrived();
  await cdp.detach();
  return keyboard.sent;
}

/**
 * @param {number} pace in milliseconds
 * @returns {() => Promise<void>} waits for the next beat
 */
function metronome(pace) {
  let next = Date.now();
  return async () => {
    // A key that took long does not make those after it come all at once.
    next = Math.max(next + pace, Date.now());
    await new Promise((resolve) => setTimeout(resolve, next - Date.now()));
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {Keyboard} keyboard
 * @param {import('./keys.mjs').Stroke} stroke
 * @param {() => Promise<void>} beat
 */
async function perform(page, keyboard, stroke, beat) {
  switch (stroke.kind) {
    case 'key':
      return keyboard.strike(stroke.key);
    case 'words':
      return keyboard.insert(stroke.text);
    case 'list':
      return page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    case 'rest':
      return page.waitForTimeout(REST);
    case 'composition':
      return compose(keyboard, stroke, beat);
  }
}

/**
 * @param {Keyboard} keyboard
 * @param {Extract<import('./keys.mjs').Stroke, { kind: 'composition' }>} composition
 * @param {() => Promise<void>} beat
 */
async function compose(keyboard, { shown, committed }, beat) {
  const letters = [...shown];
  for (let count = 1; count <= letters.length; count++) {
    await keyboard.show(letters.slice(0, count).join(''));
    await beat();
  }
  await keyboard.insert(committed);
}
