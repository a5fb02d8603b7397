import { isInside, type FilePath } from '../workspace-index/file-path.js';

/** A file or folder that gets another place, and all that is in it. */
export interface FileRename {
  readonly from: FilePath;
  readonly to: FilePath;
}

/** Several renames at once: none sees what another did, so two files may change places. */
export class MovedFiles {
  readonly #renames: readonly FileRename[];

  constructor(renames: readonly FileRename[]) {
    const bare = renames.map(({ from, to }) => ({ from: withoutSlash(from), to: withoutSlash(to) }));
    // The innermost first: a file that was named itself does not go with its folder.
    this.#renames = bare.filter(({ from, to }) => from !== to).sort((a, b) => b.from.length - a.from.length);
  }

  /** Where what is at `path` now will be. A slash at the end, which says that a folder is meant, stays. */
  placeOf(path: FilePath): FilePath {
    const bare = withoutSlash(path);
    const rename = this.#renames.find(({ from }) => bare === from || isInside(from, bare));
    return rename === undefined ? path : rename.to + path.slice(rename.from.length);
  }

  moves(path: FilePath): boolean {
    return this.placeOf(path) !== path;
  }
}

function withoutSlash(path: FilePath): FilePath {
  return path.replace(/(?<=[^/])\/+$/, '');
}
