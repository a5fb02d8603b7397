import { parseArgs } from 'node:util';
import { anyOf, defineMessages, type Message } from '../messages/index.js';
import { FORMAT_NAMES, type FormatName } from './formats/index.js';

const texts = defineMessages('cli/options', {
  unknownOption: 'Unknown option "{option}"',
  valueMissing: { text: '{option} requires a value', note: '"option" is an option such as --config.' },
  valueNotAllowed: { text: "{option} doesn't take a value", note: '"option" is an option such as --fix.' },
  unknownFormat: { text: 'Unknown format "{format}". Use {known}', note: '"known" is a list such as "text or json".' },
  unknownReport: {
    text: 'Unknown report "{report}". Use {known}',
    note: '"known" is a list such as "translations, tasks, or metadata".',
  },
  notTogether: { text: "{option} can't be used with {other}", note: 'Both are options such as --report.' },
  requiresOption: { text: '{option} requires {other}', note: 'Both are options such as --report.' },
  outputName: '--output requires a .csv or .xlsx file',
  stdinWithFiles: "--stdin can't be used with files",
  noFiles: 'No files specified. Specify a file, a folder or a glob',
  emptyValue: {
    text: 'The value of {option} is empty. An unset shell variable is a common cause',
    note: '"option" is an option such as --config.',
  },
  emptyName: 'A file or folder name is empty. An unset shell variable is a common cause',
  notANumber: {
    text: '{option} requires a number that is 0 or greater, not "{value}"',
    note: '"option" is an option such as --max-warnings.',
  },
});

/** The reports about a whole workspace. */
export const REPORT_NAMES = ['translations', 'tasks', 'metadata'] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** The parsed command line. */
export interface CliOptions {
  readonly patterns: readonly string[];
  readonly format: FormatName;
  readonly fix: boolean;
  /** Prints what `--fix` would change, and changes nothing. */
  readonly diff: boolean;
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
  /** Serves tools for AI agents instead of checking files; `patterns` are the workspace folders. */
  readonly mcp: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** An invalid command line. */
export class UsageError extends Error {
  /** Why, for the user. */
  readonly said: Message;

  constructor(said: Message) {
    super(said.id);
    this.said = said;
  }
}

/** Parses the arguments. Throws a `UsageError`. */
export function readOptions(argv: readonly string[]): CliOptions {
  const { values, positionals } = parsed(argv);
  refuseEmpty(values, positionals);
  const format = FORMAT_NAMES.find((name) => name === (values.format ?? 'text'));
  if (format === undefined)
    throw new UsageError(texts.unknownFormat({ format: values.format ?? '', known: anyOf(FORMAT_NAMES) }));
  const stdin = values.stdin === true;
  const options: CliOptions = {
    patterns: positionals,
    format,
    fix: values.fix === true,
    diff: values.diff === true,
    maxWarnings: maxWarnings(values['max-warnings']),
    config: values.config,
    stdin,
    stdinFilename: values['stdin-filename'],
    quiet: values.quiet === true,
    report: reportName(values.report),
    output: values.output,
    mcp: values.mcp === true,
    help: values.help === true,
    version: values.version === true,
  };
  if (options.help || options.version) return options;
  if (options.mcp) return withoutOthers(options, values);
  const ignored = options.report === undefined ? undefined : NOT_FOR_REPORTS.find((name) => values[name] !== undefined);
  if (ignored !== undefined) throw new UsageError(texts.notTogether({ option: '--report', other: `--${ignored}` }));
  if (options.output !== undefined && options.report === undefined)
    throw new UsageError(texts.requiresOption({ option: '--output', other: '--report' }));
  if (options.output !== undefined && !/\.(?:csv|xlsx)$/i.test(options.output)) throw new UsageError(texts.outputName);
  refuseWithDiff(options, (name) => values[name] !== undefined);
  if (stdin && positionals.length > 0) throw new UsageError(texts.stdinWithFiles);
  if (!stdin && options.stdinFilename !== undefined)
    throw new UsageError(texts.requiresOption({ option: '--stdin-filename', other: '--stdin' }));
  if (!stdin && positionals.length === 0) throw new UsageError(texts.noFiles);
  return options;
}

/** `--mcp` is a mode of its own. */
function withoutOthers(options: CliOptions, values: Readonly<Record<string, unknown>>): CliOptions {
  const other = Object.keys(values).find((name) => name !== 'mcp');
  if (other !== undefined) throw new UsageError(texts.notTogether({ option: '--mcp', other: `--${other}` }));
  return options;
}

/** A diff is a list of changes, not of problems. */
function refuseWithDiff(
  { diff, fix }: CliOptions,
  isGiven: (name: 'format' | 'quiet' | 'max-warnings') => boolean,
): void {
  if (!diff) return;
  if (!fix) throw new UsageError(texts.requiresOption({ option: '--diff', other: '--fix' }));
  const ignored = (['format', 'quiet', 'max-warnings'] as const).find(isGiven);
  if (ignored !== undefined) throw new UsageError(texts.notTogether({ option: '--diff', other: `--${ignored}` }));
}

/** Options about problems, which reports don't have. */
const NOT_FOR_REPORTS = ['fix', 'diff', 'stdin', 'format', 'quiet', 'max-warnings'] as const;

function parsed(argv: readonly string[]): ReturnType<typeof parse> {
  const args = withNegativeNumbers(argv);
  refuseMistakes(args);
  return parse(args);
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

const OPTIONS = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  diff: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  config: { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  quiet: { type: 'boolean' },
  report: { type: 'string' },
  output: { type: 'string' },
  mcp: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

function parse(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options: OPTIONS });
}

/** The mistakes that Node would report too, but only in English, and with confusing advice about positional arguments. */
function refuseMistakes(args: string[]): void {
  const { tokens } = parseArgs({ args, allowPositionals: true, strict: false, tokens: true, options: OPTIONS });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const mistake = mistakeIn(token);
    if (mistake !== undefined) throw new UsageError(mistake({ option: token.rawName }));
  }
}

interface OptionToken {
  readonly name: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function mistakeIn({ name, value, inlineValue }: OptionToken): typeof texts.unknownOption | undefined {
  const known = new Map<string, { readonly type: 'string' | 'boolean' }>(Object.entries(OPTIONS)).get(name);
  if (known === undefined) return texts.unknownOption;
  if (known.type === 'boolean') return value === undefined ? undefined : texts.valueNotAllowed;
  const isMissing = value === undefined || (inlineValue !== true && /^-./.test(value));
  return isMissing ? texts.valueMissing : undefined;
}

/** An empty path would mean the working directory, and `--fix` would rewrite all of it. */
function refuseEmpty(
  values: Readonly<Record<string, string | boolean | undefined>>,
  positionals: readonly string[],
): void {
  const empty = Object.keys(values).find((name) => isEmpty(values[name]));
  if (empty !== undefined) throw new UsageError(texts.emptyValue({ option: `--${empty}` }));
  if (positionals.some(isEmpty)) throw new UsageError(texts.emptyName);
}

function isEmpty(argument: string | boolean | undefined): boolean {
  return typeof argument === 'string' && argument.trim() === '';
}

function reportName(value: string | undefined): ReportName | undefined {
  const name = REPORT_NAMES.find((known) => known === value);
  if (value !== undefined && name === undefined)
    throw new UsageError(texts.unknownReport({ report: value, known: anyOf(REPORT_NAMES) }));
  return name;
}

function maxWarnings(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new UsageError(texts.notANumber({ option: '--max-warnings', value }));
  return Number(value);
}
