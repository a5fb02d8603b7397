// Another display language for VS Code's server, by the language pack of the tests.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pack = fileURLToPath(new URL('../language-pack', import.meta.url));

/**
 * Installs the language pack. VS Code finds the translations by a file that it writes when it installs a pack itself; here
 * it is written as VS Code would.
 *
 * @param {string} dataDir of a server that hasn't started
 * @param {string} locale as VS Code's own packs write it: `zh-cn`
 * @returns {string[]} flags of the server
 */
export function installDisplayLanguage(dataDir, locale) {
  /** @type {{ publisher: string, name: string, version: string, contributes: { localizations: Localization[] } }} */
  const manifest = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8'));
  const { publisher, name, version, contributes } = manifest;
  const id = `${publisher}.${name}`;
  const languages = contributes.localizations.map(({ languageId, localizedLanguageName, translations }) => [
    languageId,
    {
      hash: createHash('md5').update(id).update(version).digest('hex'),
      extensions: [{ extensionIdentifier: { id }, version }],
      translations: Object.fromEntries(translations.map((one) => [one.id, join(pack, one.path)])),
      label: localizedLanguageName,
    },
  ]);
  if (!languages.some(([languageId]) => languageId === locale))
    throw new Error(`The language pack of the tests has no ${locale}`);
  mkdirSync(join(dataDir, 'extensions'), { recursive: true });
  mkdirSync(join(dataDir, 'data'), { recursive: true });
  symlinkSync(pack, join(dataDir, 'extensions', name));
  writeFileSync(join(dataDir, 'data/languagepacks.json'), JSON.stringify(Object.fromEntries(languages)));
  return [`--locale=${locale}`];
}

/**
 * @typedef {object} Localization
 * @property {string} languageId
 * @property {string} localizedLanguageName
 * @property {readonly { id: string, path: string }[]} translations
 */
