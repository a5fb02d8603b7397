import type { FileTree } from './file-tree.js';
import { folderOf, nameOf, type FilePath } from './file-path.js';

/** The file that a path stands for: itself, the page that a built `.html` is made of, or the index page of a folder. */
export function resolvedPath(path: FilePath, files: FileTree): FilePath | undefined {
  if (files.has(path)) return path;
  if (path.endsWith('/')) return resolvedPath(`${path}index.md`, files);
  const source = path.replace(/\.html?$/i, '.md');
  if (source !== path && files.has(source)) return source;
  return files.has(`${path}/index.md`) ? `${path}/index.md` : undefined;
}

/** The file whose path differs in case only, looked for in the same ways. */
export function pathInOtherCase(path: FilePath, files: FileTree): FilePath | undefined {
  return files.inOtherCase(path) ?? files.inOtherCase(path.replace(/\.html?$/i, '.md'));
}

/** For whom a site is built: a build takes one of `index--internal.md` and `index--partner.md` for `index.md`. */
const AUDIENCES = ['internal', 'partner'];

/** The files of which a build takes one for `path`. */
export function variantsOf(path: FilePath, files: FileTree): FilePath[] {
  const source = path.replace(/\.html?$/i, '.md');
  const stem = source.slice(0, source.length - extensionOf(source).length);
  return AUDIENCES.map((audience) => `${stem}--${audience}${source.slice(stem.length)}`).filter((variant) =>
    files.has(variant),
  );
}

/** What a folder may hold: a link to the folder itself is no mistake. */
export function isFolder(path: FilePath, files: FileTree): boolean {
  return files.hasFolder(path.replace(/\/$/, ''));
}

/**
 * Whether a link to `path`, over folders that may not have been checked out, says enough to be judged: its folder is there,
 * and it names a file. `/azure` and `../../issues` lead to another part of the site.
 */
export function canBeJudged(path: FilePath, files: FileTree): boolean {
  const folder = folderOf(path.replace(/\/$/, ''));
  return folder !== undefined && files.hasFolder(folder) && (extensionOf(path) !== '' || files.has(`${path}.md`));
}

/** The extension of a name, with its dot, in lower case; empty without one. */
export function extensionOf(path: FilePath): string {
  return /\.[^./]+$/.exec(nameOf(path))?.[0].toLowerCase() ?? '';
}
