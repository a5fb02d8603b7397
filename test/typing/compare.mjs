// The oracle: a page typed with the extension equals the page that the same keys give without it, byte for byte.
import { openEditor } from './editor.mjs';

/** How often the keys are struck without the extension, where they do not give the same each time. */
const MOST_REFERENCES = 4;

/**
 * @typedef {object} Editors with the same settings
 * @property {Pick<import('./editor.mjs').Editor, 'typePage'>} with the extension
 * @property {Pick<import('./editor.mjs').Editor, 'typePage'>} without
 */

/**
 * @typedef {object} Comparison
 * @property {number} keys how many were struck with the extension
 * @property {number} again how many times the page was typed again: a key got lost on its way, or VS Code itself gave another page
 * @property {string} expected without the extension
 * @property {readonly string[]} references all that was typed without the extension: one text, unless a page had to be typed again
 * @property {string} actual with it; what is not `expected` is a fault of the extension
 */

/**
 * Opens two editors, one with the extension and one without, and types pages in both at the same time.
 *
 * @param {readonly import('./pages/index.mjs').TypedPage[]} pages
 * @param {number} pace milliseconds from key to key
 * @param {Record<string, unknown>} settings of the author
 * @param {(page: import('./pages/index.mjs').TypedPage, comparison: Comparison) => void} report is called after each page
 */
export async function comparePages(pages, pace, settings, report) {
  if (pages.length === 0) return;
  const opening = [openEditor({ pages, settings }), openEditor({ pages, settings, withoutExtensions: true })];
  try {
    const [withIt, without] = await Promise.all(opening);
    if (withIt && without)
      for (const page of pages) report(page, await comparePage({ with: withIt, without }, page, pace));
  } finally {
    const opened = await Promise.allSettled(opening);
    await Promise.all(opened.map((editor) => editor.status === 'fulfilled' && editor.value.close()));
  }
}

/**
 * A difference counts only where VS Code alone gives the same page twice: on a busy machine its own lists of suggestions
 * may open so late that they take another key. A page that differs from all that VS Code alone gives always counts.
 *
 * @param {Editors} editors
 * @param {import('./pages/index.mjs').TypedPage} page
 * @param {number} pace milliseconds from key to key
 * @returns {Promise<Comparison>}
 */
export async function comparePage(editors, page, pace) {
  const [actual, first] = await Promise.all([editors.with.typePage(page, pace), editors.without.typePage(page, pace)]);
  const texts = [first.text];
  let again = actual.lost + first.lost;
  const isSettled = () => texts.includes(actual.text) || new Set(texts).size < texts.length;
  while (!isSettled() && texts.length < MOST_REFERENCES) {
    const reference = await editors.without.typePage(page, pace);
    texts.push(reference.text);
    again += reference.lost + 1;
  }
  const expected =
    texts.find((text) => text === actual.text) ??
    texts.find((text, index) => texts.indexOf(text) !== index) ??
    first.text;
  return { keys: actual.keys, again, expected, references: texts, actual: actual.text };
}
