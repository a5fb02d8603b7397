import type { Branded } from './branded.js';

/** The path of a file from a folder above it, decoded, with `/` between folders: `pages/network.md`. */
export type RelativePath = Branded<'relative path'>;

/** `path` as a relative path. Only for text that is one, such as the end of a longer path or the name of a file. */
export function asRelativePath(path: string): RelativePath {
  return path as RelativePath;
}
