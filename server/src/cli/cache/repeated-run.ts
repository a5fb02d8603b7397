import * as z from 'zod/mini';
import { hasShape } from '../../core/index.js';
import type { CliEnvironment } from '../cli-environment.js';
import type { ExitCode } from '../formats/report.js';
import type { CliOptions } from '../options.js';
import type { TextSink } from '../text-sink.js';
import { readCacheFile, runFileName, writeCacheFile } from './cache-folder.js';
import { cacheFolder } from './cache-options.js';
import { checksumOf, jsonIn } from './checked-data.js';
import { OBSERVED_FACTS, ObservedDisk, stillHold, type Observation } from './observed-disk.js';

/** What a run printed, and what it depended on. */
interface RecordedRun {
  readonly observations: readonly Observation[];
  readonly exitCode: ExitCode;
  readonly writes: readonly Write[];
}

const SINKS = ['stdout', 'stderr'] as const;
const WAYS = ['write', 'writeStyled', 'writeData'] as const;
type Write = readonly [to: (typeof SINKS)[number], way: (typeof WAYS)[number], text: string];

/** A longer output isn't recorded, in characters. */
const MOST_OUTPUT = 50_000_000;

/**
 * Runs the command line, unless the same command was run before and everything that it learned from the disk is still
 * the same: then what it printed is printed again.
 */
export async function repeatedRun(
  options: CliOptions,
  environment: CliEnvironment,
  run: (environment: CliEnvironment) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = isRepeatable(options) ? cacheFolder(options, environment) : undefined;
  if (environment.cache === undefined || folder === undefined) return run(environment);
  const name = runFileName(commandOf(environment));
  const known = recordedIn(readCacheFile(folder, name));
  if (known !== undefined && (await stillHold(known.observations, environment.host))) return print(known, environment);
  return recorded(environment, run, (made) => writeCacheFile(folder, name, fileOf(made)));
}

/** Whether the run only reads files, and depends on nothing else. */
function isRepeatable({ cache, fix, stdin, changed, baseline, report }: CliOptions): boolean {
  return cache && !fix && !stdin && changed === undefined && baseline === undefined && report === undefined;
}

/** Everything apart from the disk that the output depends on. */
function commandOf(environment: CliEnvironment): string {
  const { argv, cwd, today, docs, noColor, stdout, stderr, github, cache } = environment;
  return JSON.stringify([
    cache?.program,
    cache?.locale,
    argv,
    cwd,
    today,
    docs,
    noColor,
    stdout.isTerminal,
    stderr.isTerminal,
    github ?? null,
  ]);
}

async function print({ writes, exitCode }: RecordedRun, environment: CliEnvironment): Promise<ExitCode> {
  for (const [to, way, text] of writes) await environment[to][way](text);
  return exitCode;
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
  const exitCode = await run({ ...environment, ...sinks, host: disk.host });
  const { observations } = disk;
  const length = writes.reduce((sum, [, , text]) => sum + text.length, 0);
  // What failed may work the next time.
  if (observations !== undefined && length <= MOST_OUTPUT && exitCode !== 2) save({ observations, exitCode, writes });
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

/** A line with a checksum, because disks can damage files, and the run as JSON. */
function fileOf(run: RecordedRun): Buffer {
  const data = Buffer.from(JSON.stringify(run));
  return Buffer.concat([Buffer.from(`${checksumOf(data)}\n`), data]);
}

/** The run in such a file; `undefined` if the file is damaged or missing. */
function recordedIn(file: Buffer | undefined): RecordedRun | undefined {
  const end = file?.indexOf('\n') ?? -1;
  if (file === undefined || end === -1) return undefined;
  const data = file.subarray(end + 1);
  const run = checksumOf(data) === file.toString('latin1', 0, end) ? jsonIn(data) : undefined;
  return isRecordedRun(run) ? run : undefined;
}

const runShape = z.object({
  observations: z.array(z.tuple([z.enum(OBSERVED_FACTS), z.string(), z.nullable(z.string())])),
  exitCode: z.union([z.literal(0), z.literal(1)]),
  writes: z.array(z.tuple([z.enum(SINKS), z.enum(WAYS), z.string()])),
});

function isRecordedRun(value: unknown): value is RecordedRun {
  return hasShape(runShape, value);
}
