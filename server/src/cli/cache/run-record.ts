import type { ExitCode } from '../formats/report.js';
import type { Invocation } from '../invocation.js';
import type { TextSink } from '../text-sink.js';
import { runFileName } from '../../cache/cache-folder.js';
import { checksumOf, jsonIn } from '../../cache/checked-data.js';
import { isObservation, type Observation } from './observations.js';

/** What a run printed, and what it learned from the disk. A run that failed isn't recorded. */
export interface RecordedRun {
  readonly observations: readonly Observation[];
  readonly exitCode: Exclude<ExitCode, 2>;
  readonly writes: readonly Write[];
}

const SINKS = ['stdout', 'stderr'] as const;
const WAYS = ['write', 'writeStyled', 'writeData'] as const satisfies readonly (keyof TextSink)[];
export type Write = readonly [to: (typeof SINKS)[number], way: (typeof WAYS)[number], text: string];

/** The name of the file about a command. Everything apart from the disk that its output depends on is in the name. */
export function nameOf({ argv, cwd, today, docs, noColor, stdout, stderr, github, cache }: Invocation): string {
  return runFileName(
    JSON.stringify([
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
    ]),
  );
}

/** A line with a checksum, because disks can damage files, and the run as JSON. */
export function fileOf(run: RecordedRun): Buffer {
  const data = Buffer.from(JSON.stringify(run));
  return Buffer.concat([Buffer.from(`${checksumOf(data)}\n`), data]);
}

/** The run in such a file; `undefined` if the file is damaged or missing. */
export function recordedIn(file: Buffer | undefined): RecordedRun | undefined {
  const end = file?.indexOf('\n') ?? -1;
  if (file === undefined || end === -1) return undefined;
  const data = file.subarray(end + 1);
  const run = checksumOf(data) === file.toString('latin1', 0, end) ? jsonIn(data) : undefined;
  return isRecordedRun(run) ? run : undefined;
}

/** Without a package for schemas, which takes longer to start than everything else that a repeated command needs. */
function isRecordedRun(value: unknown): value is RecordedRun {
  if (typeof value !== 'object' || value === null) return false;
  const { observations, exitCode, writes } = value as Readonly<Record<string, unknown>>;
  const isComplete = Array.isArray(observations) && (exitCode === 0 || exitCode === 1) && Array.isArray(writes);
  return isComplete && observations.every(isObservation) && writes.every(isWrite);
}

function isWrite(value: unknown): value is Write {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [to, way, text] = value as readonly unknown[];
  return SINKS.some((sink) => sink === to) && WAYS.some((known) => known === way) && typeof text === 'string';
}
