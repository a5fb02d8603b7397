import type { Format } from '../messages/formatting/index.js';
import type { CliHost } from './cli-host.js';
import type { Git } from './git/git.js';
import type { Observation } from './cache/observations.js';
import type { Invocation } from './invocation.js';
import type { Threads } from './threads/thread.js';

/** Everything that a run uses. */
export interface CliEnvironment extends Invocation {
  readonly host: CliHost;
  readonly git: Git;
  /** The help of a rule in the user's language, as in `server/src/rule-help`. Empty if it can't be read. */
  readonly ruleHelp: (id: string) => string;
  readonly stdin: () => Promise<Uint8Array>;
  /** Makes a sentence of a message in the user's language. */
  readonly format: Format;
  /** Where `format` gets the translations from; `undefined`: nowhere. */
  readonly translations?: TranslationsInUse;
  /** Threads that share the work; `undefined`: everything is done in one. */
  readonly threads?: Threads;
  /** Receives what another thread learned from the disk; `undefined` if that isn't known. */
  readonly observe?: (observations: readonly Observation[] | undefined) => void;
  /** In milliseconds, for progress. */
  readonly now: () => number;
  /** Serves tools for AI agents in the folders, absolute paths, until the client disconnects. */
  readonly serveTools: (folders: readonly string[]) => Promise<void>;
}

export interface TranslationsInUse {
  /** An absolute path. English has no such file, because its texts are in the code. */
  readonly file: string;
  /** Whether some texts are in English because their translations are faulty, which was logged. */
  readonly areFaulty: () => boolean;
}
