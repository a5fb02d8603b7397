import type { Format } from '../messages/formatting/index.js';
import type { CliHost } from './cli-host.js';
import type { Git } from './git/git.js';
import type { TextSink } from './text-sink.js';

/** Everything that a run uses. */
export interface CliEnvironment {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly host: CliHost;
  readonly git: Git;
  /** The help of a rule in the user's language, as in `server/src/rule-help`. Empty if it can't be read. */
  readonly ruleHelp: (id: string) => string;
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Whether the environment requests text without colors. */
  readonly noColor: boolean;
  /** The URL of the folder `docs`, with a slash at its end. */
  readonly docs: string;
  /** Makes a sentence of a message in the user's language. */
  readonly format: Format;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** In milliseconds, for progress. */
  readonly now: () => number;
  /** Serves tools for AI agents in the folders, absolute paths, until the client disconnects. */
  readonly serveTools: (folders: readonly string[]) => Promise<void>;
  /** Where facts about pages are kept between runs; `undefined`: nowhere. */
  readonly cache?: CacheSettings;
  /** What GitHub Actions passes to the programs that it runs. */
  readonly github?: GithubStep;
}

export interface CacheSettings {
  /** The folder of this program in the user's cache; `undefined` if there is none. */
  readonly folder: string | undefined;
  /** Identifies the program: facts that another one read don't count. */
  readonly program: string;
  /** The language of the messages. */
  readonly locale: string;
}

/** A step of a workflow of GitHub Actions. All paths are absolute. */
export interface GithubStep {
  /** The folder with the repository. */
  readonly workspace: string | undefined;
  /** The file that becomes the summary of the job. Text is appended to it. */
  readonly summaryFile: string | undefined;
}
