import type { Language } from '../vocabulary/language.js';
import { folderOf, NO_FOLDER, type FilePath } from './file-path.js';

/** How many pages directly in each folder are in each language. */
export class FolderLanguages {
  readonly #counts = new Map<FilePath, Map<Language, number>>();

  in(folder: FilePath): ReadonlyMap<Language, number> {
    return this.#counts.get(folder) ?? NO_LANGUAGES;
  }

  /** Moves a page from the count of one language to that of another. `undefined`: the page was added or removed. */
  change(path: FilePath, before: Language | undefined, after: Language | undefined): void {
    const folder = folderOf(path) ?? NO_FOLDER;
    const counts = this.#counts.get(folder) ?? new Map<Language, number>();
    this.#counts.set(folder, counts);
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 1) - 1);
    if (after !== undefined) counts.set(after, (counts.get(after) ?? 0) + 1);
  }
}

const NO_LANGUAGES: ReadonlyMap<Language, number> = new Map();
