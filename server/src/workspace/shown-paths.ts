import { nameOf, pathWithin, type FilePath } from '../core/index.js';
import { filePathOf } from './file-uris.js';
import type { AnyUri } from './uris.js';
import type { Workspace } from './workspace.js';

/**
 * Displayed paths: relative to the workspace folder, and with its name if there are several. No two files have the same
 * displayed path.
 */
export class ShownPaths {
  readonly #roots: readonly Root[];
  readonly #files = new Map<string, FilePath>();

  constructor(roots: readonly FilePath[]) {
    const names = roots.map(nameOf);
    const isOne = new Set(names).size === names.length;
    this.#roots = roots.map((path) => ({ path, prefix: roots.length === 1 ? '' : `${isOne ? nameOf(path) : path}/` }));
  }

  /** The displayed path of the file. From then on, `fileShownAs` knows it. */
  shown(file: FilePath): string {
    const shown =
      this.#roots
        .map(({ path, prefix }) => withPrefix(prefix, pathWithin(path, file)))
        .find((found) => found !== undefined) ?? file;
    this.#files.set(shown, file);
    return shown;
  }

  fileShownAs(shown: string): FilePath | undefined {
    return this.#files.get(shown);
  }
}

/** The displayed path of a document: relative to the workspace folder, or its name if it is outside. */
export function shownName({ index }: Workspace, uri: AnyUri): string {
  const path = filePathOf(uri);
  return index.isInWorkspace(path) ? new ShownPaths(index.roots).shown(path) : nameOf(path);
}

interface Root {
  readonly path: FilePath;
  readonly prefix: string;
}

function withPrefix(prefix: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : prefix + path;
}
