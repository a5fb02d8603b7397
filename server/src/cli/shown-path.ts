import { relative, sep } from 'node:path';

/** A path as messages show it: relative to the working directory. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/') || '.';
}
