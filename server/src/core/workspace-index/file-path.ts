import type { Branded } from '../text/branded.js';
import { asRelativePath, type RelativePath } from '../text/relative-path.js';

/**
 * The address of a file in readable form: scheme, `://`, authority and the decoded path, such as `file:///home/ann/My
 * playbooks/开始.md`. The callers convert it to a URI and back; the core only splits and joins it.
 */
export type FilePath = Branded<'file path'>;

/** `address` as a path. Only for text that is one; {@link FilePath} describes its form. */
export function asFilePath(address: string): FilePath {
  return address as FilePath;
}

/** The folder of files at the root, and of addresses without folders. */
export const NO_FOLDER = asFilePath('');

/** The folder of a file or folder, without a trailing slash; `undefined` at the root. */
export function folderOf(path: FilePath): FilePath | undefined {
  const slash = path.lastIndexOf('/');
  return slash < rootLength(path) ? undefined : asFilePath(path.slice(0, slash));
}

/** The last part of a path of any kind: `a.md`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is in `folder`, at any depth. */
export function isInside(folder: FilePath, path: FilePath): boolean {
  return (
    path.length > folder.length && path.startsWith(folder) && (folder.endsWith('/') || path[folder.length] === '/')
  );
}

/** The path from `folder` to `path`; `undefined` if it isn't in the folder. */
export function pathWithin(folder: FilePath, path: FilePath): RelativePath | undefined {
  if (!isInside(folder, path)) return undefined;
  return asRelativePath(path.slice(folder.endsWith('/') ? folder.length : folder.length + 1));
}

/** The file at `relative`, which has `/` between folders, relative to `folder`; `undefined` if it's above the root. */
export function joined(folder: FilePath, relative: string): FilePath | undefined {
  const root = rootLength(folder);
  const parts = folder
    .slice(root)
    .split('/')
    .filter((part) => part !== '');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return asFilePath(folder.slice(0, root) + parts.join('/'));
}

/** The path without the slash at its end, which marks a folder. The slash of the root stays. */
export function withoutSlash(path: FilePath): FilePath {
  return asFilePath(path.replace(/(?<=[^/])\/+$/, ''));
}

/** The relative path to `target` on a page in `folder`: `../media/a.png`. Both have the same root. */
export function relativePath(folder: FilePath, target: FilePath): string {
  const from = folder.split('/');
  const to = target.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** The length of `scheme://authority/` in the path. */
function rootLength(path: FilePath): number {
  const authority = path.indexOf('://');
  const slash = authority === -1 ? path.indexOf('/') : path.indexOf('/', authority + 3);
  return slash + 1;
}
