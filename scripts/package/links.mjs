// The links of a page, in a package that has only some of the files of the repository.
import { posix } from 'node:path';
import { publicFiles } from './address.cjs';

/**
 * @typedef {object} Shipped
 * @property {string} path of the page in the repository
 * @property {(path: string) => boolean} has whether a file of the repository is in the package, at the same path
 * @property {{ homepage: string }} manifest
 */

/** Code, where nothing is a link; or a link or picture, unless it is broken by a line. */
const CODE_OR_LINK = /^ *(`{3,})[^]*?^ *\1`*$|`[^`\n]*`|(!?)\[((?:[^\]\n]|\\\])*)\]\(([^)\s]+)\)/gm;

/**
 * The page with links that work: to files of the package, and otherwise to the web. As long as the project has no
 * address, the other links become text, and pictures are left out.
 *
 * @param {string} text
 * @param {Shipped} shipped
 */
export function withWorkingLinks(text, { path, has, manifest }) {
  const files = publicFiles(manifest);
  const linked = text.replace(CODE_OR_LINK, (all, _fence, picture, words, target) => {
    if (target === undefined || /^(?:[a-z][a-z\d+.-]*:|#)/i.test(target)) return all;
    const [file = '', anchor] = target.split('#');
    const wanted = posix.join(posix.dirname(path), file);
    if (has(wanted)) return all;
    if (files === undefined) return picture === '' ? words : '';
    return `${picture}[${words}](${absolute(files, wanted, picture !== '')}${anchor === undefined ? '' : `#${anchor}`})`;
  });
  // Where a picture was a paragraph of its own, one blank line is left over.
  return files === undefined ? linked.replace(/\n{3,}/g, '\n\n') : linked;
}

/**
 * @param {string} files
 * @param {string} path
 * @param {boolean} isPicture shown as itself, not on a page about it
 */
function absolute(files, path, isPicture) {
  return (isPicture ? files.replace('/blob/', '/raw/') : files) + path;
}
