// The extension with all its texts in accented English, so that a text that isn't translated shows.
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pseudo } from './pseudo-texts.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The language whose place it takes: VS Code and the extension accept no other. */
export const PSEUDO_LOCALE = 'de';

/** Returns a new folder with the extension: links, but for the translations. */
export async function writePseudoExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'pb-pseudo-'));
  const { pseudoTexts, accented } = await pseudo();
  for (const name of ['package.json', 'package.nls.json', 'client', 'docs', 'snippets', 'syntaxes'])
    symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  writeFileSync(join(folder, 'dist/locales', `${PSEUDO_LOCALE}.json`), JSON.stringify(pseudoTexts));
  const english = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  const manifest = Object.entries(english).map(([id, text]) => [id, accentedMarkdown(String(text), accented)]);
  writeFileSync(join(folder, `package.nls.${PSEUDO_LOCALE}.json`), JSON.stringify(Object.fromEntries(manifest)));
  return folder;
}

/**
 * Accents on what readers see of a text of the manifest: no target of a link, no code.
 *
 * @param {string} text
 * @param {(text: string) => string} accented
 */
function accentedMarkdown(text, accented) {
  return text
    .split(/(`[^`]*`|\]\([^)]*\))/)
    .map((part, index) => (index % 2 === 0 ? accented(part) : part))
    .join('');
}
