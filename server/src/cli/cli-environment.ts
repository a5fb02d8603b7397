import type { CliHost } from './cli-host.js';
import type { TextSink } from './text-sink.js';

/** All that a run touches. */
export interface CliEnvironment {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly host: CliHost;
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Whether the environment asks for text without color. */
  readonly noColor: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Milliseconds, for progress. */
  readonly now: () => number;
}
