// Types like a person: one key after the other, at an even speed.
import { strokesOf } from './keys.mjs';

/** Milliseconds from key to key. */
export const SPEEDS = { slow: 200, normal: 110, fast: 20 };

/** Milliseconds: a list that VS Code opens late has opened by then. */
const REST = 500;

/**
 * @param {import('playwright-core').Page} page with the caret where the typing begins
 * @param {string} script see `keys.mjs`
 * @param {number} pace milliseconds from key to key
 * @returns {Promise<number>} how many keys were struck
 */
export async function type(page, script, pace) {
  const cdp = await page.context().newCDPSession(page);
  const strokes = strokesOf(script);
  let next = Date.now();
  for (const stroke of strokes) {
    await strike(page, cdp, stroke, pace);
    // A key that took long does not delay all that follow.
    next = Math.max(next + pace, Date.now());
    await page.waitForTimeout(Math.max(0, next - Date.now()));
  }
  await cdp.detach();
  return strokes.length;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} cdp
 * @param {import('./keys.mjs').Stroke} stroke
 * @param {number} pace
 */
async function strike(page, cdp, stroke, pace) {
  switch (stroke.kind) {
    case 'character':
      // Characters that no keyboard has come as text, as from an input method that commits them.
      return isOnKeyboard(stroke.text) ? page.keyboard.press(stroke.text === ' ' ? 'Space' : stroke.text) : page.keyboard.insertText(stroke.text);
    case 'key':
      return page.keyboard.press(stroke.key);
    case 'words':
      return page.keyboard.insertText(stroke.text);
    case 'list':
      return page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    case 'rest':
      return page.waitForTimeout(REST);
    case 'composition':
      return compose(page, cdp, stroke, pace);
  }
}

/** @param {string} character */
function isOnKeyboard(character) {
  return /^[\x20-\x7e]$/u.test(character);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} cdp
 * @param {Extract<import('./keys.mjs').Stroke, { kind: 'composition' }>} composition
 * @param {number} pace
 */
async function compose(page, cdp, { shown, committed }, pace) {
  const letters = [...shown];
  for (let count = 1; count <= letters.length; count++) {
    const text = letters.slice(0, count).join('');
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(pace);
  }
  await cdp.send('Input.insertText', { text: committed });
}
