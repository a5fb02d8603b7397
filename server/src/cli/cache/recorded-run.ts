import type { CliEnvironment } from '../cli-environment.js';
import type { ExitCode } from '../formats/report.js';
import type { CliOptions } from '../options.js';
import type { TextSink } from '../text-sink.js';
import { writeCacheFile } from '../../cache/cache-folder.js';
import { cacheFolder } from './cache-options.js';
import { ObservedDisk } from './observed-disk.js';
import { fileOf, nameOf, type RecordedRun, type Write } from './run-record.js';

/** A longer output isn't recorded, in characters. */
const MOST_OUTPUT = 50_000_000;

/** Runs the command line, and keeps what it printed for `repeatedRun`. */
export async function recordedRun(
  options: CliOptions,
  environment: CliEnvironment,
  run: (environment: CliEnvironment) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = isRepeatable(options) ? cacheFolder(options, environment) : undefined;
  if (environment.cache === undefined || folder === undefined) return run(environment);
  return recorded(environment, run, (made) => writeCacheFile(folder, nameOf(environment), fileOf(made)));
}

/** Whether the run only reads files, and depends on nothing else. */
function isRepeatable({ cache, fix, stdin, changed, baseline, report }: CliOptions): boolean {
  return cache && !fix && !stdin && changed === undefined && baseline === undefined && report === undefined;
}

async function recorded(
  environment: CliEnvironment,
  run: (environment: CliEnvironment) => Promise<ExitCode>,
  save: (made: RecordedRun) => void,
): Promise<ExitCode> {
  const disk = new ObservedDisk(environment.host);
  const writes: Write[] = [];
  const sinks = {
    stdout: noting(environment.stdout, (way, text) => writes.push(['stdout', way, text])),
    // Only progress is styled there, and a repeated run makes none.
    stderr: noting(environment.stderr, (way, text) => way === 'write' && writes.push(['stderr', way, text])),
  };
  const exitCode = await run({ ...environment, ...sinks, host: disk.host, observe: (seen) => disk.add(seen) });
  const { translations } = environment;
  if (translations !== undefined) disk.host.stampOf?.(translations.file);
  const { observations } = disk;
  const length = writes.reduce((sum, [, , text]) => sum + text.length, 0);
  // What failed may work the next time.
  const hasFailed = exitCode === 2 || translations?.areFaulty() === true;
  if (observations !== undefined && length <= MOST_OUTPUT && !hasFailed) save({ observations, exitCode, writes });
  return exitCode;
}

function noting(sink: TextSink, note: (way: Write[1], text: string) => void): TextSink {
  const through = (way: Write[1]) => (text: string) => {
    note(way, text);
    return sink[way](text);
  };
  return {
    isTerminal: sink.isTerminal,
    write: through('write'),
    writeStyled: through('writeStyled'),
    writeData: through('writeData'),
  };
}
