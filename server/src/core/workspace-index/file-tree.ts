import { folderOf, nameOf, NO_FOLDER, type FilePath } from './file-path.js';

/** The names of all files in the workspace, with a lookup for each way in which a link can be wrong. */
export class FileTree {
  readonly #files = new Set<FilePath>();
  /** The number of files in a folder, at any depth. */
  readonly #folders = new Map<FilePath, number>();
  readonly #byFolder = new Map<FilePath, Set<FilePath>>();
  /** In lower case, and in one Unicode form. */
  readonly #bySpelling = new Map<string, Set<FilePath>>();
  readonly #byName = new Map<string, Set<FilePath>>();
  #revision = 0;

  /** Increases with every added or deleted file. */
  get revision(): number {
    return this.#revision;
  }

  /** `false` if it existed already. */
  add(path: FilePath): boolean {
    if (this.#files.has(path)) return false;
    this.#files.add(path);
    this.#revision++;
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder))
      this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + 1);
    addTo(this.#byFolder, folderOf(path) ?? NO_FOLDER, path);
    addTo(this.#bySpelling, spellingOf(path), path);
    addTo(this.#byName, nameOf(path).toLowerCase(), path);
    return true;
  }

  /** `false` if it didn't exist. */
  delete(path: FilePath): boolean {
    if (!this.#files.delete(path)) return false;
    this.#revision++;
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
      const count = (this.#folders.get(folder) ?? 1) - 1;
      if (count > 0) this.#folders.set(folder, count);
      else this.#folders.delete(folder);
    }
    deleteFrom(this.#byFolder, folderOf(path) ?? NO_FOLDER, path);
    deleteFrom(this.#bySpelling, spellingOf(path), path);
    deleteFrom(this.#byName, nameOf(path).toLowerCase(), path);
    return true;
  }

  has(path: FilePath): boolean {
    return this.#files.has(path);
  }

  /** Whether there is any file in the folder, at any depth. */
  hasFolder(path: FilePath): boolean {
    return this.#folders.has(path);
  }

  /**
   * The file whose path differs only in case, or in how letters with accents are stored: as one character or as two.
   * `undefined` if there are several.
   */
  inOtherCase(path: FilePath): FilePath | undefined {
    const [found, other] = this.#bySpelling.get(spellingOf(path)) ?? [];
    return other === undefined ? found : undefined;
  }

  /** The files directly in the folder. */
  inFolder(folder: FilePath): Iterable<FilePath> {
    return this.#byFolder.get(folder) ?? [];
  }

  /** The files with this name, in any case, in any folder. */
  named(name: string): Iterable<FilePath> {
    return this.#byName.get(name.toLowerCase()) ?? [];
  }

  /** All files, in no particular order. */
  all(): Iterable<FilePath> {
    return this.#files;
  }

  get size(): number {
    return this.#files.size;
  }
}

function spellingOf(path: FilePath): string {
  return path.toLowerCase().normalize('NFC');
}

function addTo(map: Map<string, Set<FilePath>>, key: string, path: FilePath): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([path]));
  else known.add(path);
}

function deleteFrom(map: Map<string, Set<FilePath>>, key: string, path: FilePath): void {
  const known = map.get(key);
  known?.delete(path);
  if (known?.size === 0) map.delete(key);
}
