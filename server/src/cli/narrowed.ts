import type { Message } from '../messages/index.js';
import { coverageOf, writeBaseline, type BaselineFile } from './baseline-file.js';
import type { ChangesSince } from './changed.js';
import type { CheckedFile } from './checked-file.js';
import type { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import type { FoundFiles } from './find-files.js';
import type { ReportedFile } from './formats/report.js';
import type { CliOptions } from './options.js';

/** Everything that a run found. */
export interface AllProblems {
  readonly found: FoundFiles;
  readonly checked: readonly CheckedFile[];
  readonly files: readonly ReportedFile[];
}

/** The problems that are reported: not known and not old. */
export interface Narrowed {
  readonly files: readonly ReportedFile[];
  /** The numbers of problems and entries of the summary. */
  readonly known: number;
  readonly stale: number;
  readonly older: number;
  readonly since: string | null;
  /** What could not be read or written. */
  readonly failures: readonly Message[];
  readonly notes: readonly Message[];
}

interface Narrowing {
  readonly known: BaselineFile | undefined;
  readonly changes: ChangesSince | undefined;
  readonly checker: Checker;
  readonly options: CliOptions;
  readonly environment: CliEnvironment;
  /** Whether rules could compare files. */
  readonly isWhole: boolean;
}

/** Leaves out the problems of the baseline, which is written first if requested, and those that aren't new. */
export async function narrowed(all: AllProblems, narrowing: Narrowing): Promise<Narrowed> {
  const { checker, changes } = narrowing;
  const unknown = await withoutKnown(all, narrowing);
  if (changes === undefined) return unknown;
  const { files, older, failures } = await changes.newProblems(unknown.files, checker);
  return {
    ...unknown,
    files,
    older,
    since: changes.since,
    failures: [...unknown.failures, ...failures],
  };
}

async function withoutKnown(
  { found, checked, files }: AllProblems,
  { known, checker, options, environment, isWhole }: Narrowing,
): Promise<Narrowed> {
  const nothing: Narrowed = {
    files,
    known: 0,
    stale: 0,
    older: 0,
    since: null,
    failures: [],
    notes: [],
  };
  if (known === undefined) return nothing;
  const isCovered = coverageOf(known.path, found, checked, files, environment.cwd);
  if (!options.writeBaseline) return { ...nothing, ...known.baseline.unknown(files, isCovered) };
  const hasFailed = checked.some(({ outcome, ruleFailed }) => outcome === 'failed' || ruleFailed);
  const isComplete = isWhole && !hasFailed && found.failures.length === 0 && checker.indexFailures.length === 0;
  const written = await writeBaseline(known, files, { isCovered, isComplete }, environment);
  return {
    ...nothing,
    ...written.baseline.unknown(files, isCovered),
    failures: written.failures,
    notes: written.notes,
  };
}
