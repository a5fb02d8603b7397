import { dirname, resolve } from 'node:path';
import { defineMessages, type Message } from '../messages/index.js';
import { argumentKind } from './argument-kind.js';
import { cachePlace } from './cache/cache-options.js';
import { recordedRun } from './cache/recorded-run.js';
import { changesSince, type ChangesSince } from './changed.js';
import type { CliEnvironment } from './cli-environment.js';
import type { CheckedFile } from './checked-file.js';
import { Checker, type FixedFile, type ReadFile } from './checker.js';
import { useConfigFile } from './config-option.js';
import { findFiles, withEmptySearches, type FoundFiles } from './find-files.js';
import { COLORED_FORMATS, formats } from './formats/index.js';
import { summarize, type ExitCode, type Report, type ReportedFile, type Summary } from './formats/report.js';
import { narrowed, type Narrowed } from './narrowed.js';
import { readBaseline } from './baseline-file.js';
import { readOptions, type CliOptions } from './options.js';
import { Progress } from './progress.js';
import { RunRefusal, UsageError } from './refusals.js';
import { checkTogether } from './threads/check-together.js';
import { startTeam, type TeamParts } from './threads/team.js';
import type { MainThread } from './threads/thread.js';
import { writeJobSummary } from './write-job-summary.js';
import { printDiff } from './print-diff.js';
import { noReport, translationCounts, writeReport } from './report.js';
import { runTask } from './tasks.js';
import { tell } from './tell.js';
import { isInside, workspaceRoots } from './workspace-roots.js';

const texts = defineMessages('run', {
  seeHelp: {
    text: 'Run {command} for more information',
    note: '"command" is the command that prints the help.',
  },
  incomplete: "The folder can't be listed completely or has too many files, so rules that compare files did not run",
  read: {
    text: 'Read {done, number} of {total, plural, one {# file} other {# files}}…',
    note: 'Progress: the number of files that were read.',
  },
  fixed: {
    text: 'Fixed {done, number} of {total, plural, one {# file} other {# files}}…',
    note: 'Progress: the number of files that were fixed.',
  },
  checked: {
    text: 'Checked {done, number} of {total, plural, one {# file} other {# files}}…',
    note: 'Progress: the number of files that were checked.',
  },
});

export type { ExitCode };

/** Runs the command line. Never rejects because of a file's content or an argument. */
export async function run(environment: CliEnvironment): Promise<ExitCode> {
  const { argv, stderr, format } = environment;
  try {
    const options = readOptions(argv);
    return (
      (await runTask(options, environment)) ??
      (await recordedRun(options, environment, (observed) => check(options, observed)))
    );
  } catch (error) {
    if (!(error instanceof RunRefusal)) throw error;
    await tell([error.said], environment);
    if (error instanceof UsageError)
      await stderr.write(`${format(texts.seeHelp({ command: 'playbook-lint --help' }))}\n`);
    return 2;
  }
}

async function check(options: CliOptions, environment: CliEnvironment): Promise<ExitCode> {
  const { cwd, host } = environment;
  const changes = options.changed && (await changesSince(options.changed, options.config, environment));
  const found = options.stdin ? STDIN_ONLY : await findFiles(options.patterns, cwd, host, { ...options, changes });
  await changes?.refuseOutside(found);
  const roots = options.stdin ? await stdinRoots(options, environment) : await workspaceRoots(found, cwd, host);
  const parts = {
    // Inside the working directory, the search for configuration files ends there.
    folders: [cwd, ...found.folders.filter((folder) => !isInside(cwd, folder))],
    roots,
    paths: found.paths,
    // A report needs the texts of all pages.
    cache: options.report === undefined ? cachePlace(roots, options, environment) : undefined,
  };
  const thread = await startTeam(parts, options, environment);
  try {
    return await checkFound({ found, changes, parts, thread }, options, environment);
  } finally {
    thread?.end();
  }
}

/** What a run checks, and how. */
interface Found {
  readonly found: FoundFiles;
  readonly changes: ChangesSince | undefined;
  readonly parts: TeamParts;
  /** `undefined`: no other thread helps. */
  readonly thread: MainThread | undefined;
}

async function checkFound(
  { found, changes, parts, thread }: Found,
  options: CliOptions,
  environment: CliEnvironment,
): Promise<ExitCode> {
  const { cwd, stdout, stderr, noColor, format } = environment;
  const { roots } = parts;
  const progress = stderr.isTerminal ? new Progress(environment) : undefined;
  const checker = new Checker({
    environment,
    options,
    ...parts,
    thread,
    onProgress: ({ done, total }) => void progress?.show(texts.read({ done, total })),
  });
  if (options.config !== undefined) await useConfigFile(checker, options.config, environment);
  const known = options.baseline === undefined ? undefined : await readBaseline(options.baseline, options, environment);

  const withoutEmpty = async (): Promise<FoundFiles> => {
    const playbooks = await checker.playbooks();
    // What can't be read may be a playbook.
    const isPlaybook = (path: string): boolean => playbooks.has(path) || checker.indexFailures.length > 0;
    return withEmptySearches(found, options, isPlaybook);
  };
  const isWhole = roots.length === 0 || (await checker.readWorkspace());
  if (options.report !== undefined) {
    const report = await writeReport(options.report, options.output, checker, environment);
    await progress?.clear();
    const unread = [...(await withoutEmpty()).failures, ...checker.indexFailures];
    const all = [...unread, ...(report?.failures ?? (unread.length === 0 ? [noReport] : []))];
    await tell([...all, ...(report?.notes ?? [])], environment);
    return all.length === 0 ? 0 : 2;
  }
  if (options.diff) return diff(await withoutEmpty(), checker, options, { environment, progress, isWhole });
  const checked = options.stdin
    ? [await checker.checkStdin(await environment.stdin())]
    : await checkAll(found, checker, options, { environment, progress, thread });
  await progress?.clear();
  const outcomes = new Map(found.paths.map((path, index) => [path, checked[index]?.outcome]));
  const isChecked = (path: string): boolean => ['checked', 'failed'].includes(outcomes.get(path) ?? '');
  const all = {
    found: withEmptySearches(found, options, isChecked),
    checked,
    files: filesOf(checked, checker),
  };
  const left = await narrowed(all, { known, changes, checker, options, environment, isWhole });
  const failures = [
    ...failuresOf(all.found, checker, isWhole),
    ...checked.flatMap(({ messages }) => messages),
    ...left.failures,
  ];
  const report = reportOf(all, left, checker, options, failures);
  await tell([...failures, ...found.notes, ...left.notes], environment);

  const isFilter = options.stdin && options.fix;
  if (isFilter) await stdout.writeData(checked[0]?.text ?? '');
  const sink = isFilter ? stderr : stdout;
  const color = sink.isTerminal && !noColor && COLORED_FORMATS.has(options.format);
  const { docs, github } = environment;
  const printOptions = { color, format, cwd, repository: github?.workspace, docs };
  const printed = formats[options.format](report, printOptions);
  await (color ? sink.writeStyled(printed) : sink.write(printed));
  if (options.format !== 'github') return report.exitCode;
  const mistake = await writeJobSummary(report, printOptions, environment);
  await tell(mistake, environment);
  return mistake.length > 0 ? 2 : report.exitCode;
}

interface DiffParts {
  readonly environment: CliEnvironment;
  readonly progress: Progress | undefined;
  readonly isWhole: boolean;
}

/** Prints what `--fix` would change. */
async function diff(
  found: FoundFiles,
  checker: Checker,
  { stdin }: CliOptions,
  { environment, progress, isWhole }: DiffParts,
): Promise<ExitCode> {
  const proposed = stdin
    ? [await checker.proposeStdinFixes(await environment.stdin())]
    : await forEachFile(found.paths, checker, texts.checked, progress, (path, file) =>
        checker.proposeFixes(path, file),
      );
  await progress?.clear();
  const messages = [...failuresOf(found, checker, isWhole), ...proposed.flatMap((one) => one.messages)];
  await tell(messages, environment);
  const hasChanges = await printDiff(proposed, environment);
  const failures = found.failures.length + checker.indexFailures.length;
  if (failures > 0 || proposed.some(({ hasFailed }) => hasFailed)) return 2;
  return hasChanges ? 1 : 0;
}

/** What could not be found, listed or read before a file was checked. */
function failuresOf({ failures }: FoundFiles, { indexFailures }: Checker, isWhole: boolean): Message[] {
  const isUnknown = !isWhole && indexFailures.length === 0;
  return [...failures, ...indexFailures, ...(isUnknown ? [texts.incomplete] : [])];
}

const STDIN_ONLY: FoundFiles = { paths: [], folders: [], searched: [], searches: [], failures: [], notes: [] };

/** A text from standard input with a file name is checked with the files around that name. */
async function stdinRoots({ stdinFilename }: CliOptions, environment: CliEnvironment): Promise<string[]> {
  if (stdinFilename === undefined) return [];
  const { cwd, host } = environment;
  const kind = await argumentKind(dirname(stdinFilename), environment);
  const folder = dirname(resolve(cwd, stdinFilename));
  const roots = await workspaceRoots({ folders: [folder], searched: [] }, cwd, host);
  // The file is only a name, so its folder can be missing. Then it contains no files to compare with.
  return kind === 'folder' ? roots : roots.filter((root) => root !== folder);
}

interface CheckParts extends Pick<Found, 'thread'> {
  readonly environment: CliEnvironment;
  readonly progress: Progress | undefined;
}

/**
 * Checks all files. With `--fix`, only after all files are fixed, because a fix in one file can fix a problem in
 * another.
 */
async function checkAll(
  { paths, searched }: FoundFiles,
  checker: Checker,
  { fix }: CliOptions,
  { environment, progress, thread }: CheckParts,
): Promise<CheckedFile[]> {
  const fixes = fix
    ? await forEachFile(paths, checker, texts.fixed, progress, (path, file) => checker.fixFile(path, file))
    : [];
  const checked =
    thread === undefined
      ? await forEachFile(paths, checker, texts.checked, progress, (path, file) => checker.checkFile(path, file))
      : await checkTogether(paths, thread, checker, environment, (done) =>
          progress?.show(texts.checked({ done, total: paths.length })),
        );
  const tocs = await forEachFile(checker.tocsIn(searched), checker, texts.checked, undefined, (path, file) =>
    checker.checkFile(path, file),
  );
  return [
    ...checked.map((one, index) => withFixes(one, fixes[index])),
    ...tocs
      .filter(({ file }) => file !== undefined && file.problems.length > 0)
      .map((toc) => ({ ...toc, outcome: 'toc' as const })),
  ];
}

function withFixes(checked: CheckedFile, fixes: FixedFile | undefined): CheckedFile {
  if (fixes === undefined) return checked;
  return {
    ...checked,
    fixed: fixes.fixed,
    messages: [...checked.messages, ...fixes.messages],
    outcome: fixes.hasFailed ? 'failed' : checked.outcome,
  };
}

async function forEachFile<T>(
  paths: readonly string[],
  checker: Checker,
  state: typeof texts.checked,
  progress: Progress | undefined,
  work: (path: string, file: ReadFile) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const path of paths) {
    done.push(await work(path, await checker.read(path)));
    await progress?.show(state({ done: done.length, total: paths.length }));
  }
  return done;
}

/** The files of a report, by path. */
function filesOf(checked: readonly CheckedFile[], checker: Checker): readonly ReportedFile[] {
  return [...checked.flatMap(({ file }) => file ?? []), ...checker.configFiles()].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

function reportOf(
  { found, checked }: { readonly found: FoundFiles; readonly checked: readonly CheckedFile[] },
  left: Narrowed,
  checker: Checker,
  options: CliOptions,
  failures: readonly Message[],
): Report {
  const { quiet } = options;
  const files = quiet ? left.files.map(withoutNotes) : left.files;
  const summary = summarize(files, {
    files: checked.filter(({ file, outcome }) => file !== undefined && outcome !== 'toc').length,
    fixed: checked.reduce((sum, { fixed }) => sum + fixed, 0),
    leftAlone: checked.filter(({ outcome }) => outcome === 'foreign').length,
    ignored: checked.filter(({ outcome }) => outcome === 'ignored').length,
    newerRules: checker.newerRules.size,
    known: left.known,
    stale: left.stale,
    older: left.older,
    since: left.since,
    failed: found.failures.length + checked.filter(({ outcome }) => outcome === 'failed').length,
  });
  const hasTranslations = found.searched.length > 0 && !quiet && options.changed === undefined;
  const hasFailed = checker.indexFailures.length > 0 || left.failures.length > 0;
  return {
    files,
    summary,
    translations: hasTranslations ? translationCounts(checker) : '',
    failures,
    exitCode: hasFailed ? 2 : exitCode(summary, checked, options),
  };
}

function withoutNotes(file: ReportedFile): ReportedFile {
  const { problems } = file;
  return { ...file, problems: problems.filter(({ severity }) => severity === 'error' || severity === 'warning') };
}

function exitCode(summary: Summary, checked: readonly CheckedFile[], { maxWarnings }: CliOptions): ExitCode {
  if (summary.failed > 0 || checked.some(({ ruleFailed }) => ruleFailed)) return 2;
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0;
}
