// Lays out the files of a package in a folder of its own: nothing gets into a package that isn't named here.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicFiles } from './address.cjs';
import { extensionManifest, npmManifest } from './manifests.mjs';
import { noticesFor } from './notices.mjs';
import { withWorkingLinks } from './links.mjs';

/**
 * @typedef {object} Build
 * @property {string} root the repository
 * @property {string} build the folder with the production build, `dist`
 * @property {readonly import('esbuild').Metafile[]} metafiles of that build
 */

/** The pages that the help of the rules links to, and what these pages link to. */
const PAGES = ['docs/configuration.md', 'docs/dialect.md', 'docs/playbooklint.schema.json'];
/** The bundles of the extension. */
const EXTENSION_BUNDLES = ['dist/mcp.js', 'dist/node', 'dist/browser', 'dist/preview', 'dist/report'];
/** Translations, which are read when the program starts. */
const LOCALES = 'dist/locales';
/** The help of the rules, which is read when somebody asks for it. */
const RULE_HELP = 'dist/rule-help';

/**
 * @param {Build} made
 * @param {string} folder
 * @returns {string} the folder
 */
export function stageExtension(made, folder) {
  const manifest = readManifest(made.root);
  write(folder, 'package.json', json(extensionManifest(manifest)));
  for (const name of readdirSync(made.root).filter((name) => /^package\.nls\..*json$/.test(name)))
    copy(made.root, folder, name);
  for (const bundles of [...EXTENSION_BUNDLES, RULE_HELP]) copy(made.build, folder, bundles);
  writeLocales(made, folder);
  for (const name of ['snippets', 'syntaxes', 'client/media', 'LICENSE']) copy(made.root, folder, name);
  // The extension makes the pages of the rules itself.
  stagePages(made.root, folder, PAGES, rulePages(made.root));
  // VS Code shows these two without the files around them.
  writeAlone(made.root, folder, 'client/README.md', 'README.md');
  writeAlone(made.root, folder, 'CHANGELOG.md', 'CHANGELOG.md');
  write(folder, 'THIRD-PARTY-NOTICES.txt', noticesFor(made, EXTENSION_BUNDLES));
  return folder;
}

/**
 * @param {Build} made
 * @param {string} folder
 * @returns {string} the folder
 */
export function stageNpm(made, folder) {
  const manifest = readManifest(made.root);
  // The command line loads its engine, and the tools for agents, which share the core with the language server.
  const loaded = ['dist/engine.js', 'dist/mcp.js'];
  const programs = [...Object.values(/** @type {Record<string, string>} */ (manifest.bin)), ...loaded];
  write(folder, 'package.json', json(npmManifest(manifest)));
  for (const name of [...programs, RULE_HELP]) copy(made.build, folder, name);
  writeLocales(made, folder);
  copy(made.root, folder, 'LICENSE');
  // Problems link to the pages of the rules. As soon as the project has an address, the links lead there.
  const linked = publicFiles(manifest) === undefined ? rulePages(made.root) : [];
  const guides = ['agents', 'ci', 'command-line', 'learn-build', 'other-editors', 'reports'].map(
    (name) => `docs/${name}.md`,
  );
  stagePages(made.root, folder, [...PAGES, ...guides, ...linked]);
  const readme = readFileSync(join(made.root, 'server/README.md'), 'utf8');
  const options = { path: 'README.md', has: (/** @type {string} */ path) => existsSync(join(folder, path)), manifest };
  write(folder, 'README.md', withWorkingLinks(readme, options));
  write(folder, 'THIRD-PARTY-NOTICES.txt', noticesFor(made, programs));
  return folder;
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {readonly string[]} pages
 * @param {readonly string[]} otherPages pages that these can link to
 */
function stagePages(root, folder, pages, otherPages = []) {
  const manifest = readManifest(root);
  const has = (/** @type {string} */ path) => pages.includes(path) || otherPages.includes(path);
  for (const path of pages) {
    const text = readFileSync(join(root, path), 'utf8');
    write(folder, path, path.endsWith('.md') ? withWorkingLinks(text, { path, has, manifest }) : text);
  }
}

/** @param {string} root */
function rulePages(root) {
  return readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} from
 * @param {string} to
 */
function writeAlone(root, folder, from, to) {
  const options = { path: from, has: () => false, manifest: readManifest(root) };
  write(folder, to, withWorkingLinks(readFileSync(join(root, from), 'utf8'), options));
}

/**
 * Writes the translations of the texts that the programs in `folder` have: the extension has none of the command line's.
 *
 * @param {Build} made
 * @param {string} folder
 */
function writeLocales({ build }, folder) {
  const programs = filesBelow(join(folder, 'dist'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const isUsed = (/** @type {string} */ id) => programs.includes(`"${groupOf(id)}"`);
  for (const name of readdirSync(join(build, LOCALES))) {
    const texts = Object.entries(JSON.parse(readFileSync(join(build, LOCALES, name), 'utf8')));
    const used = Object.fromEntries(texts.filter(([id]) => isUsed(id)));
    write(folder, `${LOCALES}/${name}`, JSON.stringify(used));
  }
}

/** The part of the program that defines the text: `cli/options` of `cli/options/noFiles`. @param {string} id */
function groupOf(id) {
  return id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : id;
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * @param {string} from
 * @param {string} folder
 * @param {string} path
 */
function copy(from, folder, path) {
  cpSync(join(from, path), join(folder, path), { recursive: true });
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {string} text
 */
function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** @param {string} root */
function readManifest(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** @param {object} value */
function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
