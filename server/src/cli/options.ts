import { parseArgs } from 'node:util';
import { nearest, type RuleSeverities } from '../core/index.js';
import { anyOf, defineMessages, type Message } from '../messages/index.js';
import { closestLocale, LOCALES } from '../messages/formatting/index.js';
import { FORMAT_NAMES, type FormatName } from './formats/index.js';
import { refuseConflicts } from './option-conflicts.js';
import { UsageError } from './refusals.js';
import { readRuleSeverities } from './rule-severities.js';

const texts = defineMessages('cli/options', {
  unknownOption: 'Unknown option "{option}"',
  unknownOptionNear: {
    text: 'Unknown option "{option}". Did you mean {near}?',
    note: '"near" is a list of options: --format or --fix.',
  },
  unknownOptionOrFile: {
    text: 'Unknown option "{option}". If it is a file or folder, write "{path}"',
    note: '"path" is the name with ./ before it.',
  },
  valueMissing: { text: '{option} requires a value', note: '"option" is an option such as --config.' },
  valueLikeOption: {
    text: '{option} requires a value. If "{value}" is the value, write {example}',
    note: '"option" is an option such as --config. "example" is such as --config=-a.json.',
  },
  valueNotAllowed: { text: "{option} doesn't take a value", note: '"option" is an option such as --fix.' },
  unknownFormat: { text: 'Unknown format "{format}". Use {known}', note: '"known" is a list such as "text or json".' },
  unknownReport: {
    text: 'Unknown report "{report}". Use {known}',
    note: '"known" is a list such as "translations, tasks, or metadata".',
  },
  unknownLocale: {
    text: 'Unknown locale "{locale}". Use {known}',
    note: '"known" is a list of codes of languages, such as "en, de, or ja".',
  },
  outputName: '--output requires a .csv or .xlsx file',
  emptyValue: {
    text: 'The value of {option} is empty. An unset shell variable is a common cause',
    note: '"option" is an option such as --config.',
  },
  emptyName: 'A file or folder name is empty. An unset shell variable is a common cause',
  notPositive: {
    text: '{option} requires a whole number that is 1 or greater, not "{value}"',
    note: '"option" is an option such as --threads.',
  },
  notANumber: {
    text: '{option} requires a whole number that is 0 or greater, not "{value}"',
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
  /** Reports only problems that are new since a revision of the repository. */
  readonly changed: ChangedOption | undefined;
  /** How many threads check the files. */
  readonly threads: number;
  /** The file with the known problems, which aren't reported. */
  readonly baseline: string | undefined;
  /** Records all problems in the baseline. */
  readonly writeBaseline: boolean;
  /** Severities that take precedence over all configuration files. */
  readonly rules: RuleSeverities;
  /** A folder without playbooks isn't a failure. */
  readonly allowEmpty: boolean;
  /** Whether facts about pages are kept between runs. */
  readonly cache: boolean;
  /** The folder for these facts, instead of the default. */
  readonly cacheLocation: string | undefined;
  /** Removes these facts. */
  readonly clearCache: boolean;
  readonly listRules: boolean;
  /** Prints the page of this rule. */
  readonly explain: string | undefined;
  /** Prints the configuration of this file. */
  readonly printConfig: string | undefined;
  /** Writes a configuration file. */
  readonly init: boolean;
  /** Serves tools for AI agents instead of checking files; `patterns` are the workspace folders. */
  readonly mcp: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** The value of `--changed`. */
export interface ChangedOption {
  /** The revision to compare with; `undefined`: the default branch. */
  readonly since: string | undefined;
  /** The argument after it, which may be meant as the revision. */
  readonly next: string | undefined;
}

/** Parses the arguments. Throws a `UsageError`. */
export function readOptions(argv: readonly string[]): CliOptions {
  const { values, positionals } = parsed(argv);
  refuseEmpty(values, positionals);
  refuseUnknownLocale(values.locale);
  const isAboutRules = values['list-rules'] === true || values['print-config'] !== undefined;
  const options: CliOptions = {
    patterns: positionals,
    format: formatName(values.format, isAboutRules ? ['text', 'json'] : FORMAT_NAMES),
    fix: values.fix === true,
    diff: values.diff === true,
    maxWarnings: maxWarnings(values['max-warnings']),
    threads: threads(values.threads),
    config: values.config,
    stdin: values.stdin === true,
    stdinFilename: values['stdin-filename'],
    quiet: values.quiet === true,
    report: reportName(values.report),
    output: values.output,
    changed: changedOption(values.changed, argv),
    baseline: values.baseline,
    writeBaseline: values['write-baseline'] === true,
    rules: readRuleSeverities(values.rule ?? []),
    allowEmpty: values['allow-empty'] === true,
    cache: values['no-cache'] !== true,
    cacheLocation: values['cache-location'],
    clearCache: values['clear-cache'] === true,
    listRules: values['list-rules'] === true,
    explain: values.explain,
    printConfig: values['print-config'],
    init: values.init === true,
    mcp: values.mcp === true,
    help: values.help === true,
    version: values.version === true,
  };
  if (options.help || options.version) return options;
  refuseConflicts(Object.keys(values), positionals);
  if (options.output !== undefined && !/\.(?:csv|xlsx)$/i.test(options.output)) throw new UsageError(texts.outputName);
  return options;
}

/** The value of `--locale`, also if the rest of the command line is invalid, so that its mistake is reported in it. */
export function localeOption(argv: readonly string[]): string | undefined {
  const { values } = parseArgs({ args: [...argv], allowPositionals: true, strict: false, options: OPTIONS });
  return typeof values.locale === 'string' ? values.locale : undefined;
}

function refuseUnknownLocale(locale: string | undefined): void {
  if (locale !== undefined && closestLocale(locale) === undefined)
    throw new UsageError(texts.unknownLocale({ locale, known: anyOf(LOCALES) }));
}

function parsed(argv: readonly string[]): ReturnType<typeof parse> {
  const args = withOptionalValues(withNegativeNumbers(argv));
  refuseMistakes(args);
  return parse(args);
}

/** The options whose value is a number. */
const NUMBERS: readonly string[] = ['--max-warnings', '--threads'];

/**
 * Turns `--max-warnings -1` into one argument. Node would read `-1` as an option, and its error message wouldn't help.
 */
function withNegativeNumbers(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (const argument of argv) {
    const last = joined.at(-1) ?? '';
    if (NUMBERS.includes(last) && /^-\d/.test(argument)) joined.splice(-1, 1, `${last}=${argument}`);
    else joined.push(argument);
  }
  return joined;
}

/** What `--changed` without a value is parsed as. No argument of a program contains this character. */
const NO_VALUE = '\0';

/**
 * The value of `--changed` is optional, so it follows an equals sign: in `--changed docs`, the folder isn't a revision.
 */
function withOptionalValues(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) =>
    argument === '--changed' && (end === -1 || index < end) ? `--changed=${NO_VALUE}` : argument,
  );
}

const OPTIONS = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  diff: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  threads: { type: 'string' },
  config: { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  quiet: { type: 'boolean' },
  report: { type: 'string' },
  output: { type: 'string' },
  locale: { type: 'string' },
  changed: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  rule: { type: 'string', multiple: true },
  'allow-empty': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'cache-location': { type: 'string' },
  'clear-cache': { type: 'boolean' },
  'list-rules': { type: 'boolean' },
  explain: { type: 'string' },
  'print-config': { type: 'string' },
  init: { type: 'boolean' },
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
    const mistake = mistakeIn(token, args[token.index] ?? token.rawName);
    if (mistake !== undefined) throw new UsageError(mistake);
  }
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

const KNOWN_OPTIONS: ReadonlyMap<string, { readonly type: 'string' | 'boolean' }> = new Map(Object.entries(OPTIONS));

/** `argument`: the whole argument that the option is in. */
function mistakeIn({ name, rawName: option, value, inlineValue }: OptionToken, argument: string): Message | undefined {
  const known = KNOWN_OPTIONS.get(name);
  if (known === undefined) return unknownOption(option, argument);
  if (known.type === 'boolean') return value === undefined ? undefined : texts.valueNotAllowed({ option });
  if (value === undefined) return texts.valueMissing({ option });
  if (inlineValue === true || !/^-./.test(value)) return undefined;
  return isOption(value)
    ? texts.valueMissing({ option })
    : texts.valueLikeOption({ option, value, example: `${option}=${value}` });
}

function unknownOption(option: string, argument: string): Message {
  const [written = ''] = argument.split('=');
  if (/[./\\*?]/.test(written)) return texts.unknownOptionOrFile({ option: argument, path: `./${argument}` });
  const name = written.replace(/^-+/, '');
  const near = name.length > 2 ? nearest(name, KNOWN_OPTIONS.keys()) : [];
  if (near.length === 0) return texts.unknownOption({ option });
  return texts.unknownOptionNear({ option: written, near: anyOf(near.map((one) => `--${one}`)) });
}

function isOption(argument: string): boolean {
  const [name = ''] = argument.replace(/^--?/, '').split('=');
  return argument === '--' || KNOWN_OPTIONS.has(name) || ['h', 'v'].includes(name);
}

/** An empty path would mean the working directory, and `--fix` would rewrite all of it. */
function refuseEmpty(
  values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
  positionals: readonly string[],
): void {
  const empty = Object.keys(values).find((name) => [values[name]].flat().some(isEmpty));
  if (empty !== undefined) throw new UsageError(texts.emptyValue({ option: `--${empty}` }));
  if (positionals.some(isEmpty)) throw new UsageError(texts.emptyName);
}

function isEmpty(argument: unknown): boolean {
  return typeof argument === 'string' && argument.trim() === '';
}

function formatName(value: string | undefined, known: readonly FormatName[]): FormatName {
  const format = known.find((name) => name === (value ?? 'text'));
  if (format === undefined) throw new UsageError(texts.unknownFormat({ format: value ?? '', known: anyOf(known) }));
  return format;
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

function threads(value: string | undefined): number {
  if (value === undefined) return 1;
  if (!/^0*[1-9]\d*$/.test(value)) throw new UsageError(texts.notPositive({ option: '--threads', value }));
  return Number(value);
}

function changedOption(value: string | undefined, argv: readonly string[]): ChangedOption | undefined {
  if (value === undefined) return undefined;
  return value === NO_VALUE
    ? { since: undefined, next: argv[argv.indexOf('--changed') + 1] }
    : { since: value, next: undefined };
}
