import type { FilePath } from '../core/index.js';

/**
 * Facts about pages and tables of contents, kept for the next session of the language server. Facts count
 * only for the text that they were found in, so every file is read, but few are parsed. After a failure, none are known.
 */
export interface TextFactsStore {
  /** What is kept about the files in these folders, given as URIs; `undefined`: nothing. */
  open(folders: readonly string[]): Promise<KnownFacts | undefined>;
  /** Replaces what is kept about them; `undefined`: nothing can be kept. */
  replace(folders: readonly string[]): Promise<FactsWriter | undefined>;
  /** Removes what is kept about them. */
  remove(folders: readonly string[]): void;
  /** The session ends: what is half written isn't kept. */
  close(): void;
}

/** What earlier sessions kept. */
export interface KnownFacts {
  /**
   * The facts about a file with this text, read with this vocabulary; `undefined` if they aren't known. They come from a
   * disk, so they can be anything.
   */
  factsOf(path: FilePath, text: string, vocabularyKey: string): unknown;
  /** After this, nothing is asked. */
  close(): void;
}

/** What this session keeps. */
export interface FactsWriter {
  /** `facts`: returns them as values of JSON. It is called if they aren't kept yet. */
  add(path: FilePath, text: string, vocabularyKey: string, facts: () => unknown): void;
  /** All files were added: they replace what was kept. */
  end(): void;
  /** Keeps what was kept. */
  discard(): void;
}
