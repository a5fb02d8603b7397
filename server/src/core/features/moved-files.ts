import { asFilePath, isInside, withoutSlash, type FilePath } from '../workspace-index/file-path.js';

/** A file that moves, or a folder with everything in it. */
export interface FileRename {
  readonly from: FilePath;
  readonly to: FilePath;
}

/** Several renames at once. They don't affect each other, so two files can trade places. */
export class MovedFiles {
  readonly #renames: readonly FileRename[];

  constructor(renames: readonly FileRename[]) {
    const bare = renames.map(({ from, to }) => ({ from: withoutSlash(from), to: withoutSlash(to) }));
    // The innermost first: a file with its own rename doesn't move with its folder.
    this.#renames = bare.filter(({ from, to }) => from !== to).sort((a, b) => b.from.length - a.from.length);
  }

  /** The new path of `path`. A trailing slash, which marks a folder, stays. */
  placeOf(path: FilePath): FilePath {
    const bare = withoutSlash(path);
    const rename = this.#renames.find(({ from }) => bare === from || isInside(from, bare));
    return rename === undefined ? path : asFilePath(rename.to + path.slice(rename.from.length));
  }

  moves(path: FilePath): boolean {
    return this.placeOf(path) !== path;
  }
}
