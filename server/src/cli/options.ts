import { parseArgs } from 'node:util';
import { FORMAT_NAMES, type FormatName } from './formats/index.js';

/** The reports about a whole workspace. */
const REPORT_NAMES = ['translations', 'tasks', 'metadata'] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** The parsed command line. */
export interface CliOptions {
  readonly patterns: readonly string[];
  readonly format: FormatName;
  readonly fix: boolean;
  /** The maximum number of warnings; `undefined`: any number. */
  readonly maxWarnings: number | undefined;
  readonly config: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly quiet: boolean;
  /** Prints this report about the workspace instead of problems. */
  readonly report: ReportName | undefined;
  /** The file for the report, instead of standard output. */
  readonly output: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export const HELP = `playbook-lint: checks FastTrack playbooks

Usage: playbook-lint [options] <file|folder|glob>...

  --format text|json     the output format (default: text)
  --fix                  apply all safe fixes and report the remaining problems
  --max-warnings N       fail if there are more than N warnings
  --config FILE          use this configuration file for all pages
  --report NAME          print a report about all pages instead of problems:
                         translations, tasks or metadata
  --output FILE          write the report to a .csv or .xlsx file
  --quiet                print only errors and warnings
  --stdin                check standard input; with --fix, print the fixed text
  --stdin-filename FILE  the file name for standard input
  --help                 print this help
  --version              print the version

Markdown files that aren't playbooks are skipped.
Exit codes: 0 no errors, 1 errors or too many warnings, 2 something could not be checked.
`;

/** An invalid command line; the message says why. */
export class UsageError extends Error {}

/** Parses the arguments. Throws a `UsageError`. */
export function readOptions(argv: readonly string[]): CliOptions {
  const { values, positionals } = parsed(argv);
  refuseEmpty(values, positionals);
  const format = FORMAT_NAMES.find((name) => name === (values.format ?? 'text'));
  if (format === undefined)
    throw new UsageError(`Unknown format "${String(values.format)}". Use ${FORMAT_NAMES.join(' or ')}`);
  const stdin = values.stdin === true;
  const options: CliOptions = {
    patterns: positionals,
    format,
    fix: values.fix === true,
    maxWarnings: maxWarnings(values['max-warnings']),
    config: values.config,
    stdin,
    stdinFilename: values['stdin-filename'],
    quiet: values.quiet === true,
    report: reportName(values.report),
    output: values.output,
    help: values.help === true,
    version: values.version === true,
  };
  if (options.help || options.version) return options;
  const ignored = options.report === undefined ? undefined : NOT_FOR_REPORTS.find((name) => values[name] !== undefined);
  if (ignored !== undefined) throw new UsageError(`--report can't be used with --${ignored}`);
  if (options.output !== undefined && options.report === undefined) throw new UsageError('--output requires --report');
  if (options.output !== undefined && !/\.(?:csv|xlsx)$/i.test(options.output))
    throw new UsageError('--output requires a .csv or .xlsx file');
  if (stdin && positionals.length > 0) throw new UsageError("--stdin can't be used with files");
  if (!stdin && options.stdinFilename !== undefined) throw new UsageError('--stdin-filename requires --stdin');
  if (!stdin && positionals.length === 0)
    throw new UsageError('No files specified. Specify a file, a folder or a glob');
  return options;
}

/** Options about problems, which reports don't have. */
const NOT_FOR_REPORTS = ['fix', 'stdin', 'format', 'quiet', 'max-warnings'] as const;

function parsed(argv: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(withNegativeNumbers(argv));
  } catch (error) {
    // Node's advice about positional arguments is confusing here.
    throw new UsageError(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? error.message) : String(error));
  }
}

/**
 * Turns `--max-warnings -1` into one argument. Node would read `-1` as an option, and its error message wouldn't help.
 */
function withNegativeNumbers(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (const argument of argv) {
    if (joined.at(-1) === '--max-warnings' && /^-\d/.test(argument)) joined.push(`${joined.pop() ?? ''}=${argument}`);
    else joined.push(argument);
  }
  return joined;
}

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      fix: { type: 'boolean' },
      'max-warnings': { type: 'string' },
      config: { type: 'string' },
      stdin: { type: 'boolean' },
      'stdin-filename': { type: 'string' },
      quiet: { type: 'boolean' },
      report: { type: 'string' },
      output: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}

/** An empty path would mean the working directory, and `--fix` would rewrite all of it. */
function refuseEmpty(
  values: Readonly<Record<string, string | boolean | undefined>>,
  positionals: readonly string[],
): void {
  const empty = Object.keys(values).find((name) => isEmpty(values[name]));
  const what =
    empty === undefined ? (positionals.some(isEmpty) ? 'A file or folder name' : undefined) : `The value of --${empty}`;
  if (what !== undefined) throw new UsageError(`${what} is empty. An unset shell variable is a common cause`);
}

function isEmpty(argument: string | boolean | undefined): boolean {
  return typeof argument === 'string' && argument.trim() === '';
}

function reportName(value: string | undefined): ReportName | undefined {
  const name = REPORT_NAMES.find((known) => known === value);
  if (value !== undefined && name === undefined)
    throw new UsageError(
      `Unknown report "${value}". Use ${REPORT_NAMES.slice(0, -1).join(', ')} or ${REPORT_NAMES.at(-1)}`,
    );
  return name;
}

function maxWarnings(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value))
    throw new UsageError(`--max-warnings requires a number that is 0 or greater, not "${value}"`);
  return Number(value);
}
