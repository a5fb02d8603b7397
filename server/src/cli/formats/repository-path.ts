import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PrintOptions } from './report.js';

/**
 * A path for a program that shows problems in a repository: relative to the repository, if the working directory is a
 * folder in it, and with `/`. Other paths stay the same.
 */
export function repositoryPath(path: string, { cwd, repository }: Pick<PrintOptions, 'cwd' | 'repository'>): string {
  if (repository === undefined) return path;
  const inside = relative(repository, resolve(cwd, path));
  const isInside = inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  return isInside ? inside.replaceAll(sep, '/') : path;
}
