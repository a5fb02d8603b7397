import type { TextSink } from './text-sink.js';

/** A command as it was called: everything that its output depends on, apart from the disk. */
export interface Invocation {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Whether the environment requests text without colors. */
  readonly noColor: boolean;
  /** The URL of the folder `docs`, with a slash at its end. */
  readonly docs: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Where facts about pages, and the output of commands, are kept between runs; `undefined`: nowhere. */
  readonly cache?: CacheSettings;
  /** What GitHub Actions passes to the programs that it runs. */
  readonly github?: GithubStep;
}

export interface CacheSettings {
  /** The folder of this program in the user's cache; `undefined` if there is none. */
  readonly folder: string | undefined;
  /** Identifies the program: facts that another one read don't count. */
  readonly program: string;
  /** The language of the environment, which the messages have unless `argv` specifies another one. */
  readonly locale: string;
}

/** A step of a workflow of GitHub Actions. All paths are absolute. */
export interface GithubStep {
  /** The folder with the repository. */
  readonly workspace: string | undefined;
  /** The file that becomes the summary of the job. Text is appended to it. */
  readonly summaryFile: string | undefined;
}
