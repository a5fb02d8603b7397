import type { RuleId } from '../../core/index.js';
import type { CachePlace } from '../cache/facts-cache.js';
import type { Observation } from '../cache/observations.js';
import type { CheckedFile } from '../checked-file.js';
import type { Invocation } from '../invocation.js';

/** What a thread does. Plain data, like its result. */
export interface ThreadTask extends Pick<Invocation, 'argv' | 'cwd' | 'docs' | 'today'> {
  /** The topmost folders in which configuration files are searched, and those whose files are compared. */
  readonly folders: readonly string[];
  readonly roots: readonly string[];
  readonly cache: CachePlace | undefined;
  /** The files that it reads and checks; absolute paths. */
  readonly own: readonly string[];
  /** Whether it has to note what it learns from the disk. */
  readonly isObserved: boolean;
}

/** What a thread found out. */
export interface ThreadResult {
  /** By path. */
  readonly checked: ReadonlyMap<string, CheckedFile>;
  readonly newerRules: readonly RuleId[];
  /** What it learned from the disk; `undefined` if that isn't known. */
  readonly observations: readonly Observation[] | undefined;
}

/** A thread as its checker sees it. */
export interface Thread {
  /** Whether it is the main thread, which writes the cache. */
  readonly isMain: boolean;
  /** The files that it reads and checks; absolute paths. */
  readonly own: readonly string[];
  /**
   * Passes on the facts of these files, in the format of an index file, and waits for those of the other threads. A
   * thread that failed provides none.
   */
  exchange(facts: Buffer): Promise<readonly Buffer[]>;
  /** A file was read or checked. Returns how many of them all threads have read or checked. */
  count(what: Counted): number;
}

export type Counted = 'read' | 'checked';

/** The main thread, once it has started the others. */
export interface MainThread extends Thread {
  /** Waits for the other threads. `undefined` for a thread that failed. */
  results(): Promise<readonly (ThreadResult | undefined)[]>;
  /** Ends the other threads, whatever they do. */
  end(): void;
}

/** Starts threads. */
export interface Threads {
  /** Starts a thread for each task. `undefined` if that isn't possible. */
  start(own: readonly string[], tasks: readonly ThreadTask[]): Promise<MainThread | undefined>;
}
