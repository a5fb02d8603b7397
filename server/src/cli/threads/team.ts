import type { CachePlace } from '../cache/facts-cache.js';
import type { CliEnvironment } from '../cli-environment.js';
import type { CliOptions } from '../options.js';
import { sharesOf, threadsFor } from './shares.js';
import type { MainThread, ThreadTask } from './thread.js';

export interface TeamParts extends Pick<ThreadTask, 'folders' | 'roots'> {
  /** The files to check; absolute paths. */
  readonly paths: readonly string[];
  readonly cache: CachePlace | undefined;
}

/** Starts the other threads. `undefined`: there are none. */
export async function startTeam(
  { paths, folders, roots, cache }: TeamParts,
  options: CliOptions,
  { argv, cwd, docs, today, threads, observe }: CliEnvironment,
): Promise<MainThread | undefined> {
  if (threads === undefined || !isShareable(options) || roots.length === 0) return undefined;
  const [own = [], ...others] = sharesOf(paths, threadsFor(paths.length, options.threads));
  if (others.length === 0) return undefined;
  const common = { argv, cwd, docs, today, folders, roots, cache, isObserved: observe !== undefined };
  return threads.start(
    own,
    others.map((share) => ({ ...common, own: share })),
  );
}

/** Whether the run does nothing but check files as they are. */
function isShareable({ fix, stdin, report, changed }: CliOptions): boolean {
  return !fix && !stdin && report === undefined && changed === undefined;
}
