import type { FileTree } from './file-tree.js';
import { asFilePath, folderOf, nameOf, withoutSlash, type FilePath } from './file-path.js';

/** The file that a path refers to: itself, the page that `.html` is built from, or the index page of a folder. */
export function resolvedPath(path: FilePath, files: FileTree): FilePath | undefined {
  if (files.has(path)) return path;
  if (path.endsWith('/')) return resolvedPath(asFilePath(`${path}index.md`), files);
  const source = sourceOf(path);
  if (source !== path && files.has(source)) return source;
  const index = asFilePath(`${path}/index.md`);
  return files.has(index) ? index : undefined;
}

/** The file whose path differs only in case or in its Unicode form, with the same lookups. */
export function pathInOtherCase(path: FilePath, files: FileTree): FilePath | undefined {
  return files.inOtherCase(path) ?? files.inOtherCase(sourceOf(path));
}

/** The page that a `.html` file is built from; any other path unchanged. */
function sourceOf(path: FilePath): FilePath {
  return asFilePath(path.replace(/\.html?$/i, '.md'));
}

/** The audiences of a site: a build uses `index--internal.md` or `index--partner.md` as `index.md`. */
const AUDIENCES = ['internal', 'partner'];

/** The files from which a build takes one for `path`. */
export function variantsOf(path: FilePath, files: FileTree): FilePath[] {
  const source = sourceOf(path);
  const stem = source.slice(0, source.length - extensionOf(source).length);
  return AUDIENCES.map((audience) => asFilePath(`${stem}--${audience}${source.slice(stem.length)}`)).filter((variant) =>
    files.has(variant),
  );
}

/** Allowed in the name of a folder: a link to the folder itself isn't a mistake. */
export function isFolder(path: FilePath, files: FileTree): boolean {
  return files.hasFolder(withoutSlash(path));
}

/**
 * Whether a link to `path`, via folders that may not be checked out, can be checked: its folder exists, and it names a
 * file. `/azure` and `../../issues` refer to another part of the site.
 */
export function canBeJudged(path: FilePath, files: FileTree): boolean {
  const folder = folderOf(withoutSlash(path));
  return (
    folder !== undefined && files.hasFolder(folder) && (extensionOf(path) !== '' || files.has(asFilePath(`${path}.md`)))
  );
}

/** The extension of a name, with its dot, in lower case; empty if there is none. */
export function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(nameOf(path))?.[0].toLowerCase() ?? '';
}
