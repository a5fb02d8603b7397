import type { FilePath, PageSummary, TocSummary } from '../core/index.js';

/** The data that earlier runs stored about a file. It comes from a disk, so it can be anything. */
export interface StoredData {
  /** The facts that every check needs. */
  readonly outline: unknown;
  /** `undefined` if the part is damaged. */
  part(name: 'tasks' | 'details'): unknown;
}

/** Facts about files that were read, kept for the next run. */
export interface FactsStore {
  /**
   * What is known about a file that is the same as when it was read. `vocabularyKey`: the vocabulary that it was read
   * with, see `EffectiveConfig`.
   */
  dataOf(path: FilePath, vocabularyKey: string): StoredData | undefined;
  /** The current text of such a file; empty if it can't be read any more. */
  textOf(path: FilePath): string;
  /** The page was read. */
  keepPage(page: PageSummary, vocabularyKey: string): void;
  /** The table of contents was read. */
  keepToc(toc: TocSummary): void;
}
