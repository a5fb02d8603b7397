import { defineMessages } from '../messages/index.js';
import { UsageError } from './refusals.js';

const texts = defineMessages('cli/option-conflicts', {
  notTogether: { text: "{option} can't be used with {other}", note: 'Both are options such as --report.' },
  requiresOption: { text: '{option} requires {other}', note: 'Both are options such as --report.' },
  withoutFiles: { text: "{option} can't be used with files", note: '"option" is an option such as --stdin.' },
  oneFolder: '--init requires at most one folder',
  noFiles: 'No files specified. Specify a file, a folder or a glob',
});

/**
 * The options that do something other than checking, and the options that can be used with each. Only one of them can
 * be used at a time.
 */
const TASKS: Readonly<Record<string, readonly string[]>> = {
  'list-rules': ['format'],
  explain: [],
  'print-config': ['format', 'config', 'rule'],
  init: [],
  mcp: [],
  'clear-cache': ['cache-location'],
  report: ['config', 'output', 'allow-empty'],
};

/** Options that can be used with every other option. */
const ALWAYS: readonly string[] = ['locale'];

/** Pairs that make no sense together. */
const PAIRS: readonly (readonly [option: string, other: string])[] = [
  ['changed', 'fix'],
  ['changed', 'stdin'],
  ['changed', 'write-baseline'],
  ['write-baseline', 'stdin'],
  ['write-baseline', 'max-warnings'],
  ['allow-empty', 'stdin'],
  ['no-cache', 'cache-location'],
  // A diff is a list of changes, not of problems.
  ['diff', 'format'],
  ['diff', 'quiet'],
  ['diff', 'max-warnings'],
  ['diff', 'baseline'],
];

const REQUIRED: readonly (readonly [option: string, required: string])[] = [
  ['output', 'report'],
  ['diff', 'fix'],
  ['stdin-filename', 'stdin'],
  ['write-baseline', 'baseline'],
];

/** Throws a `UsageError` if options make no sense together, or with `files`. `given`: the names of the options. */
export function refuseConflicts(given: readonly string[], files: readonly string[]): void {
  const task = given.find((name) => TASKS[name] !== undefined);
  if (task !== undefined) refuseOthers(task, given);
  refusePairs(new Set(given));
  refuseFiles(task, given.includes('stdin'), files);
}

function refuseOthers(task: string, given: readonly string[]): void {
  const allowed = new Set([task, ...(TASKS[task] ?? []), ...ALWAYS]);
  const ignored = given.find((name) => !allowed.has(name));
  if (ignored !== undefined) throw notTogether(task, ignored);
}

function refusePairs(given: ReadonlySet<string>): void {
  for (const [option, other] of PAIRS) if (given.has(option) && given.has(other)) throw notTogether(option, other);
  for (const [option, required] of REQUIRED)
    if (given.has(option) && !given.has(required)) throw requires(option, required);
  // Without a name, the known problems of the text can't be found.
  if (given.has('baseline') && given.has('stdin') && !given.has('stdin-filename'))
    throw requires('baseline', 'stdin-filename');
}

function refuseFiles(task: string | undefined, isStdin: boolean, files: readonly string[]): void {
  if (task === 'mcp') return;
  if (task === 'init') {
    if (files.length > 1) throw new UsageError(texts.oneFolder);
  } else if (isStdin || (task !== undefined && task !== 'report')) {
    if (files.length > 0) throw new UsageError(texts.withoutFiles({ option: `--${task ?? 'stdin'}` }));
  } else if (files.length === 0) throw new UsageError(texts.noFiles);
}

function notTogether(option: string, other: string): UsageError {
  return new UsageError(texts.notTogether({ option: `--${option}`, other: `--${other}` }));
}

function requires(option: string, required: string): UsageError {
  return new UsageError(texts.requiresOption({ option: `--${option}`, other: `--${required}` }));
}
