// The licenses of the packages that are built into the bundles. Read from the build, so no package is forgotten.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licenses that allow to ship a package within ours, if its notice is shipped too. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

/**
 * @param {import('./stage.mjs').Build} made
 * @param {readonly string[]} bundles the paths of files, or of folders with all their files
 * @returns {string}
 */
export function noticesFor({ root, metafiles }, bundles) {
  const packages = new Map(packagesIn(metafiles, bundles).map((folder) => [folder, readPackage(join(root, folder))]));
  const notices = [...packages.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return [
    'This product contains code of the following packages.',
    ...new Set(notices.map(({ title, license, text }) => `${title} (${license})\n\n${text}`)),
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/**
 * The folders of the packages with code in the bundles.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {readonly string[]} bundles
 */
function packagesIn(metafiles, bundles) {
  const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
  const wanted = outputs.filter(([path]) => bundles.some((bundle) => path.includes(`/${bundle}`)));
  const inputs = wanted.flatMap(([, output]) => Object.entries(output.inputs));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (packageOf(path) ?? []) : []));
  return [...new Set(folders)];
}

/**
 * @param {string} path
 * @returns {string | undefined} the folder of its package
 */
function packageOf(path) {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder;
}

/** @param {string} folder */
function readPackage(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.includes(license)) throw new Error(`${name} has the license ${license}, which isn't on the list`);
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|thirdpartynotices)(?:\.|$)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return {
    title: `${name} ${version}`,
    license,
    text: texts.length > 0 ? texts.join('\n\n') : ownText(license, author),
  };
}

/**
 * The text of a license whose file a package has left out.
 *
 * @param {string} license
 * @param {string | { name: string } | undefined} author
 */
function ownText(license, author) {
  const holder = typeof author === 'string' ? author.replace(/ *[<(].*/, '') : author?.name;
  if (license !== 'ISC' || holder === undefined) throw new Error(`A package with the license ${license} has no notice`);
  return `Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
}
