import { resolve } from 'node:path';
import { VERSION } from '../workspace/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { Checker, type CheckedFile } from './checker.js';
import { findFiles, reasonOf } from './find-files.js';
import { formats } from './formats/index.js';
import { summarize, type Report, type ReportedFile } from './formats/report.js';
import { HELP, readOptions, UsageError, type CliOptions } from './options.js';
import { Progress } from './progress.js';

/** 0: nothing wrong; 1: problems; 2: something could not be checked. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line. Never rejects for what a file holds or an argument says. */
export async function run(environment: CliEnvironment): Promise<ExitCode> {
  const { argv, stdout, stderr } = environment;
  try {
    const options = readOptions(argv);
    if (options.help) await stdout.write(HELP);
    else if (options.version) await stdout.write(`${VERSION}\n`);
    else return await check(options, environment);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await stderr.write(`playbook-lint: ${error.message}\nplaybook-lint --help says more\n`);
    return 2;
  }
}

async function check(options: CliOptions, environment: CliEnvironment): Promise<ExitCode> {
  const { cwd, host, stdout, stderr, noColor, stdin } = environment;
  const { paths, folders, failures } = options.stdin ? STDIN_ONLY : await findFiles(options.patterns, cwd, host);
  const checker = new Checker({ environment, options, folders: [cwd, ...folders] });
  if (options.config !== undefined) await useConfig(checker, options.config, environment);

  const checked = options.stdin ? [await checker.checkStdin(await stdin())] : await checkAll(paths, checker, environment);
  const report = reportOf(checked, checker.configFiles(), failures.length, options);
  const messages = [...failures, ...checked.flatMap(({ messages }) => messages)];
  if (messages.length > 0) await stderr.write(messages.map((message) => `playbook-lint: ${message}\n`).join(''));

  const fixedText = options.stdin && options.fix ? checked[0]?.text : undefined;
  const sink = fixedText === undefined ? stdout : stderr;
  if (fixedText !== undefined) await stdout.write(fixedText);
  await sink.write(formats[options.format](report, { color: sink.isTerminal && !noColor }));
  return exitCode(report, checked, options);
}

const STDIN_ONLY = { paths: [], folders: [], failures: [] } as const;

async function useConfig(checker: Checker, path: string, { cwd, host }: CliEnvironment): Promise<void> {
  try {
    checker.useConfig(resolve(cwd, path), await host.read(resolve(cwd, path), 10_000_000));
  } catch (error) {
    throw new UsageError(`The configuration file "${path}" can not be read: ${reasonOf(error)}`);
  }
}

/** How many files are read while others are checked. */
const READ_AHEAD = 4;

async function checkAll(paths: readonly string[], checker: Checker, { stderr, now }: CliEnvironment): Promise<CheckedFile[]> {
  const progress = stderr.isTerminal ? new Progress(stderr, paths.length, now) : undefined;
  const checked: CheckedFile[] = [];
  const files = paths.slice(0, READ_AHEAD).map((path) => checker.read(path));
  for (const [index, path] of paths.entries()) {
    const file = files.shift();
    const next = paths[index + READ_AHEAD];
    if (next !== undefined) files.push(checker.read(next));
    if (file !== undefined) checked.push(await checker.checkFile(path, await file));
    await progress?.show(checked.length);
  }
  await progress?.clear();
  return checked;
}

function reportOf(checked: readonly CheckedFile[], configFiles: readonly ReportedFile[], notFound: number, { quiet }: CliOptions): Report {
  const all = [...checked.flatMap(({ file }) => file ?? []), ...configFiles].sort((a, b) => (a.path < b.path ? -1 : 1));
  const files = quiet ? all.map(withoutNotes) : all;
  const summary = summarize(files, {
    files: checked.filter(({ file }) => file !== undefined).length,
    fixed: checked.reduce((sum, { fixed }) => sum + fixed, 0),
    leftAlone: checked.filter(({ outcome }) => outcome === 'foreign').length,
    ignored: checked.filter(({ outcome }) => outcome === 'ignored').length,
    failed: notFound + checked.filter(({ outcome }) => outcome === 'failed').length,
  });
  return { files, summary };
}

function withoutNotes({ path, problems }: ReportedFile): ReportedFile {
  return { path, problems: problems.filter(({ severity }) => severity === 'error' || severity === 'warning') };
}

function exitCode({ summary }: Report, checked: readonly CheckedFile[], { maxWarnings }: CliOptions): ExitCode {
  if (summary.failed > 0 || checked.some(({ ruleFailed }) => ruleFailed)) return 2;
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0;
}
