// What the tests of the panel share: a browser with one page, and the panel in it.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { onePage, startBrowser } from '../browser.mjs';
import { panelOpener } from './panel.mjs';

const browser = await startBrowser();
/** Why there is no browser; `false`: there is one. */
export const skip = typeof browser === 'string' ? browser : false;
/** The pages of the browser. */
export const pages = typeof browser === 'string' ? undefined : onePage(browser);
/** Gives the panel, empty. */
export const open = pages && panelOpener(pages);
after(async () => typeof browser === 'string' || browser.close());

/** @typedef {import('./panel.mjs').Panel} Panel */
/** @typedef {import('./panel.mjs').PanelOptions} PanelOptions */

/**
 * @param {unknown[]} messages what the extension sends first
 * @param {(panel: Panel) => Promise<void>} body
 * @param {PanelOptions} [options]
 */
export async function withPanel(messages, body, options = {}) {
  const panel = await open?.(options);
  assert.ok(panel);
  await panel.send(...messages);
  await body(panel);
  assert.deepEqual(panel.failures, []);
}

/** A panel that shows the workspace. */
export const OF_WORKSPACE = { data: { scope: 'workspace', view: 'tasks' } };

/** The IDs of the tasks in sight, in their order. @param {Panel} panel @returns {Promise<string[]>} */
export const ids = (panel) => panel.page.locator('.task:not(.broken) [data-column="0"]').allInnerTexts();
/** @param {Panel} panel */
export const count = (panel) => panel.page.locator('.count').innerText();

/** @param {Panel} panel @param {string} text */
export async function type(panel, text) {
  await panel.page.keyboard.type(text);
  await panel.settle();
}
