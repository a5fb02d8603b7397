// VS Code in accented English: a word of ours without accents, anywhere on the screen, isn't translated.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { pseudo } from './pseudo-texts.mjs';
import { addTranslations, KEYBINDINGS, PARTS, SAMPLES, titlesIn } from './interface.mjs';
import { PSEUDO_LOCALE, writePseudoExtension } from './pseudo-extension.mjs';
import { test, useSession } from './ui-test.mjs';

const extension = await writePseudoExtension();
after(() => rmSync(extension, { recursive: true, force: true }));
const { knownWords, plainWords } = await pseudo();

const session = useSession({
  folder: SAMPLES,
  prepare: addTranslations,
  displayLanguage: PSEUDO_LOCALE,
  extension,
  keybindings: KEYBINDINGS,
});

/** Names, and what VS Code adds to a question of ours. */
const NAMES = `
  FastTrack Playbook playbook GitHub VS Code Markdown Excel CSV docfx Microsoft Git
  Press 'Enter' to confirm or 'Escape' to cancel OK Selected Back
`;

for (const [name, visit] of Object.entries(PARTS))
  test(`all texts are translated: ${name}`, async () => {
    const known = [NAMES, knownWords(PSEUDO_LOCALE), ...pagesIn(session.folder)].join('\n');
    /** @type {Record<string, string[]>} */
    const english = {};
    await visit({
      session,
      titles: titlesIn(PSEUDO_LOCALE, extension),
      see: async (place, shown) => {
        await shown.first().waitFor();
        const texts = (await shown.evaluateAll(textsOf)).join('\n');
        const words = [...new Set(plainWords(texts))].filter((word) => !known.includes(word));
        if (words.length > 0) english[place] = words;
      },
    });
    assert.deepEqual(english, {});
  });

/** Names and texts of all files in a folder. @param {string} folder */
function pagesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name, parentPath }) => [
      parentPath.slice(folder.length),
      name,
      readFileSync(join(parentPath, name), 'utf8'),
    ]);
}

/**
 * Runs in the page: everything in these elements that somebody reads or hears. In the workbench, labels that aren't shown
 * are mixed with words of VS Code.
 *
 * @param {Element[]} elements
 */
function textsOf(elements) {
  const labels = ['title', 'aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'alt'];
  const isPanel = document.body.hasAttribute('data-vscode-theme-id');
  return elements.flatMap((root) =>
    [root, ...Array.from(root.querySelectorAll('*'))].flatMap((element) =>
      element.matches('script, style') || element.closest('.shortcut-message') !== null
        ? []
        : [
            ...labels.map((label) =>
              isPanel || element.id !== '' || (label === 'placeholder' && element.matches('input'))
                ? (element.getAttribute(label) ?? '')
                : '',
            ),
            ...Array.from(element.childNodes, (node) =>
              node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '',
            ),
          ],
    ),
  );
}
