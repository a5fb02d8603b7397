// The texts of the pages in panels in accented English, so that a text that bypasses the messages shows.
import { pseudo } from '../e2e/ui/pseudo-texts.mjs';

/** The texts of a page, as the extension puts them into it. @param {'preview' | 'report'} name */
export async function pseudoTextsOf(name) {
  const { pseudoTexts } = await pseudo();
  return Object.fromEntries(Object.entries(pseudoTexts).filter(([id]) => id.startsWith(`${name}/`) || id === 'quoted'));
}

/**
 * The words of all texts and labels of a page that have no accents and aren't in what it was sent.
 * @param {import('playwright-core').Page} page @param {unknown} sent
 */
export async function plainWordsIn(page, sent) {
  const shown = await page.evaluate(() => {
    const labels = ['title', 'aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'alt'];
    const texts = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.matches('script, style')) continue;
      for (const label of labels) texts.push(element.getAttribute(label) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
    }
    return texts.join('\n');
  });
  const known = JSON.stringify(sent);
  const words = shown.match(/(?<![\p{L}\p{M}])[A-Za-z][a-z'’]{2,}(?![\p{L}\p{M}])/gu) ?? [];
  return { length: shown.length, words: [...new Set(words)].filter((word) => !known.includes(word)) };
}
