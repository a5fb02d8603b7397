// The browser of the tests, and the one page in it.
import { launchBrowser } from '../e2e/host/browser.mjs';

/** What makes pages: a browser, or a replacement for one. @typedef {Pick<import('playwright-core').Browser, 'newPage'>} Pages */

/** @returns {Promise<import('playwright-core').Browser | string>} why there is none */
export async function startBrowser() {
  try {
    return await launchBrowser(console.log);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Gives the same page each time, empty again: a new one takes a busy machine a second. The page before is gone then, and
 * nobody closes it.
 * @param {import('playwright-core').Browser} browser @returns {Pages}
 */
export function onePage(browser) {
  /** @type {import('playwright-core').Page | undefined} */
  let page;
  return {
    async newPage({ viewport, reducedMotion, forcedColors = null } = {}) {
      page ??= await browser.newPage();
      for (const event of ['pageerror', 'console', 'dialog']) page.removeAllListeners(event);
      await page.goto('about:blank');
      await page.unrouteAll();
      if (viewport) await page.setViewportSize(viewport);
      await page.emulateMedia({ reducedMotion, forcedColors });
      await page.mouse.move(0, 0);
      return page;
    },
  };
}
