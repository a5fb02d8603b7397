import { dirname, resolve } from 'node:path';
import { isMissing } from '../disk/file-errors.js';
import { defineMessages, type Message } from '../messages/index.js';
import { Baseline, parseBaseline, pathInBaseline } from './baseline.js';
import type { CheckedFile } from './checked-file.js';
import type { CliEnvironment } from './cli-environment.js';
import { unreadable, unwritable } from './file-texts.js';
import type { FoundFiles } from './find-files.js';
import type { ReportedFile } from './formats/report.js';
import type { CliOptions } from './options.js';
import { RunRefusal } from './refusals.js';
import { isInside } from './workspace-roots.js';

const texts = defineMessages('cli/baseline-file', {
  missing: {
    text: 'The baseline "{path}" doesn\'t exist. To create it, add {option}',
    note: '"option" is the option --write-baseline. A baseline is a file with known problems.',
  },
  written: {
    text: 'Baseline written to "{path}": {problems, plural, one {# known problem} other {# known problems}}',
    note: 'A baseline is a file with known problems.',
  },
  notWritten: 'The baseline was not written, because something could not be checked',
});

/** Larger than any baseline that is useful. */
const MAX_BYTES = 100_000_000;

/** A baseline, and the file that contains it. */
export interface BaselineFile {
  readonly path: string;
  readonly baseline: Baseline;
  /** The content; `undefined` if the file doesn't exist. */
  readonly text: string | undefined;
}

/** Reads a baseline, which may be missing if it will be written. Throws a `RunRefusal`. */
export async function readBaseline(
  path: string,
  { writeBaseline: willWrite }: Pick<CliOptions, 'writeBaseline'>,
  { cwd, host }: Pick<CliEnvironment, 'cwd' | 'host'>,
): Promise<BaselineFile> {
  const file = resolve(cwd, path);
  const relative = (other: string): string => pathInBaseline(dirname(file), resolve(cwd, other));
  try {
    const { bytes } = await host.read(file, MAX_BYTES);
    const text = new TextDecoder().decode(bytes);
    return { path, text, baseline: new Baseline(parseBaseline(text, path), relative) };
  } catch (error) {
    if (error instanceof RunRefusal) throw error;
    if (!isMissing(error)) throw new RunRefusal(unreadable(path, error));
    if (willWrite) return { path, text: undefined, baseline: new Baseline([], relative) };
    throw new RunRefusal(texts.missing({ path, option: '--write-baseline' }));
  }
}

/** The new baseline, and what to say about it. */
export interface WrittenBaseline {
  readonly baseline: Baseline;
  readonly failures: readonly Message[];
  readonly notes: readonly Message[];
}

/** Records the problems of `files`, unless the run is incomplete. */
export async function writeBaseline(
  { path, baseline, text }: BaselineFile,
  files: readonly ReportedFile[],
  run: { readonly isCovered: (path: string) => boolean; readonly isComplete: boolean },
  { cwd, host }: Pick<CliEnvironment, 'cwd' | 'host'>,
): Promise<WrittenBaseline> {
  if (!run.isComplete) return { baseline, failures: [texts.notWritten], notes: [] };
  const next = baseline.with(files, run.isCovered);
  try {
    if (next.print() !== text) await host.write(resolve(cwd, path), new TextEncoder().encode(next.print()));
    return { baseline: next, failures: [], notes: [texts.written({ path, problems: next.problemCount })] };
  } catch (error) {
    return { baseline, failures: [unwritable(path, error)], notes: [] };
  }
}

/**
 * Whether a path of the baseline is among the files of a run: it was checked, or it is in a folder of which all files
 * were checked. The state of a file that could not be checked is unknown.
 */
export function coverageOf(
  baseline: string,
  { paths, searches }: FoundFiles,
  checked: readonly CheckedFile[],
  reported: readonly ReportedFile[],
  cwd: string,
): (path: string) => boolean {
  const folder = dirname(resolve(cwd, baseline));
  const failed = new Set(paths.filter((_, index) => checked[index]?.outcome === 'failed'));
  const known = new Set([...paths, ...reported.map(({ path }) => resolve(cwd, path))]);
  const folders = searches.filter(({ isGlob }) => !isGlob).map((search) => search.folder);
  return (path) => {
    const file = resolve(folder, path);
    return !failed.has(file) && (known.has(file) || folders.some((one) => isInside(one, file)));
  };
}
