import { cellWidth } from '../core/index.js';
import { anyOf, defineMessages, type Message } from '../messages/index.js';
import { LOCALES, type Format } from '../messages/formatting/index.js';
import { FORMAT_NAMES } from './formats/index.js';
import { REPORT_NAMES } from './options.js';
import { SEVERITIES } from './rule-severities.js';
import { wrapText, WIDTH } from './wrap-text.js';

const texts = defineMessages('help', {
  title: {
    text: 'playbook-lint: checks FastTrack playbooks',
    note: 'The first line of the help. "playbook-lint" is the name of the program.',
  },
  usage: {
    text: 'Usage: playbook-lint [options] <file|folder|glob>...',
    note: 'How to call the program. Translate "Usage" and the words in brackets.',
  },
  checking: { text: 'Check', note: 'The heading of the options about what is checked.' },
  newOnly: { text: 'Report only new problems', note: 'The heading of a group of options.' },
  printing: { text: 'Output', note: 'The heading of the options about the output of the program.' },
  configuring: { text: 'Configuration', note: 'The heading of the options about the configuration.' },
  reporting: { text: 'Reports', note: 'The heading of the options about reports.' },
  more: { text: 'Other', note: 'The heading of all other options.' },
  format: {
    text: 'the output format: {formats} (default: text)',
    note: 'Describes --format NAME. "formats" is a list of names of formats, which are not translated, like "text".',
  },
  fix: { text: 'apply all safe fixes and report the remaining problems', note: 'Describes --fix.' },
  diff: { text: 'with --fix: write nothing, print the changes as a unified diff', note: 'Describes --diff.' },
  maxWarnings: { text: 'fail if there are more than N warnings', note: 'Describes --max-warnings N.' },
  allowEmpty: { text: "don't fail if a folder has no playbooks", note: 'Describes --allow-empty.' },
  changed: {
    text: 'only problems on lines that changed since {since}, or that the changes cause on other lines and pages (default: the default branch)',
    note: 'Describes --changed. "since" is the placeholder for a branch or another revision of a Git repository: SINCE.',
  },
  baseline: { text: 'only problems that this file of known problems lacks', note: 'Describes --baseline FILE.' },
  writeBaseline: {
    text: 'record all problems in the baseline',
    note: 'Describes --write-baseline. The baseline is a file of known problems.',
  },
  config: { text: 'use this configuration file for all pages', note: 'Describes --config FILE.' },
  rule: {
    text: 'set the severity of a rule: {severities}; repeat the option to set more rules',
    note: 'Describes --rule RULE:SEVERITY. "severities" is a list: error, warning, info, hint, or off.',
  },
  init: {
    text: 'write a configuration file that fits the pages in the folder',
    note: 'Describes --init [folder].',
  },
  printConfig: {
    text: 'print the configuration of a file, and where each value comes from',
    note: 'Describes --print-config FILE.',
  },
  listRules: { text: 'list all rules', note: 'Describes --list-rules.' },
  explain: { text: 'describe a rule, with examples', note: 'Describes --explain RULE.' },
  report: {
    text: 'print a report about all pages instead of problems: {reports}',
    note: 'Describes --report NAME. "reports" is a list of names of reports, which are not translated.',
  },
  output: { text: 'write the report to a .csv or .xlsx file', note: 'Describes --output FILE.' },
  locale: {
    text: 'the language of the output: {locales}. The default is that of the environment (LC_ALL, LC_MESSAGES, LANG)',
    note: 'Describes --locale LOCALE. "locales" is a list of codes of languages, such as "en, de, or ja".',
  },
  quiet: { text: 'print only errors and warnings', note: 'Describes --quiet.' },
  stdin: { text: 'check standard input; with --fix, print the fixed text', note: 'Describes --stdin.' },
  stdinFilename: { text: 'the file name for standard input', note: 'Describes --stdin-filename FILE.' },
  noCache: {
    text: "read all pages again, and don't remember them for the next run",
    note: 'Describes --no-cache.',
  },
  cacheLocation: {
    text: 'the folder for what the program remembers about pages',
    note: 'Describes --cache-location DIR.',
  },
  clearCache: { text: 'remove what the program remembers about pages', note: 'Describes --clear-cache.' },
  threads: {
    text: 'check the files in N threads (default: 1)',
    note: 'Describes --threads N. A thread is a part of a program that runs at the same time as its other parts.',
  },
  mcp: {
    text: 'serve tools for AI agents (MCP) over standard input and output; the folders are the workspace',
    note: 'Describes --mcp. "MCP" is the Model Context Protocol.',
  },
  help: { text: 'print this help', note: 'Describes --help.' },
  version: { text: 'print the version', note: 'Describes --version.' },
  name: { text: 'NAME', note: 'A placeholder: --format NAME, --report NAME. The user types a name from a list.' },
  file: { text: 'FILE', note: 'A placeholder: --config FILE. The user types the name of a file.' },
  directory: {
    text: 'DIR',
    note: 'A placeholder: --cache-location DIR. The user types the name of a folder.',
  },
  folder: { text: 'folder', note: 'A placeholder: --init [folder]. The user can type the name of a folder.' },
  since: {
    text: 'SINCE',
    note: 'A placeholder: --changed[=SINCE]. The user can type the name of a branch or another revision.',
  },
  localePlaceholder: { text: 'LOCALE', note: 'A placeholder: --locale LOCALE. The user types the code of a language.' },
  rulePlaceholder: { text: 'RULE', note: 'A placeholder: --explain RULE. The user types the ID of a rule.' },
  severity: {
    text: 'RULE:SEVERITY',
    note: 'A placeholder: --rule RULE:SEVERITY. The user types the ID of a rule, a colon, and a severity.',
  },
  skipped: "Markdown files that aren't playbooks are skipped.",
  exitCodes: 'Exit codes: 0 no errors, 1 errors or too many warnings, 2 something could not be checked.',
});

/** `value`: the placeholder, with what is before and after it. */
type HelpOption = readonly [option: string, description: Message, value?: OptionValue];
type OptionValue = readonly [before: string, placeholder: Message, after: string];

const value = (placeholder: Message): OptionValue => [' ', placeholder, ''];

interface OptionGroup {
  readonly title: Message;
  readonly options: readonly HelpOption[];
}

const GROUPS: readonly OptionGroup[] = [
  {
    title: texts.checking,
    options: [
      ['--fix', texts.fix],
      ['--diff', texts.diff],
      ['--max-warnings N', texts.maxWarnings],
      ['--allow-empty', texts.allowEmpty],
      ['--stdin', texts.stdin],
      ['--stdin-filename', texts.stdinFilename, value(texts.file)],
    ],
  },
  {
    title: texts.newOnly,
    options: [
      ['--changed', texts.changed({ since: texts.since }), ['[=', texts.since, ']']],
      ['--baseline', texts.baseline, value(texts.file)],
      ['--write-baseline', texts.writeBaseline],
    ],
  },
  {
    title: texts.printing,
    options: [
      ['--format', texts.format({ formats: anyOf(FORMAT_NAMES) }), value(texts.name)],
      ['--quiet', texts.quiet],
      ['--locale', texts.locale({ locales: anyOf(LOCALES) }), value(texts.localePlaceholder)],
    ],
  },
  {
    title: texts.configuring,
    options: [
      ['--init', texts.init, [' [', texts.folder, ']']],
      ['--config', texts.config, value(texts.file)],
      ['--rule', texts.rule({ severities: anyOf(SEVERITIES) }), value(texts.severity)],
      ['--print-config', texts.printConfig, value(texts.file)],
      ['--list-rules', texts.listRules],
      ['--explain', texts.explain, value(texts.rulePlaceholder)],
    ],
  },
  {
    title: texts.reporting,
    options: [
      ['--report', texts.report({ reports: anyOf(REPORT_NAMES) }), value(texts.name)],
      ['--output', texts.output, value(texts.file)],
    ],
  },
  {
    title: texts.more,
    options: [
      ['--no-cache', texts.noCache],
      ['--cache-location', texts.cacheLocation, value(texts.directory)],
      ['--clear-cache', texts.clearCache],
      ['--threads N', texts.threads],
      ['--mcp', texts.mcp],
      ['--help', texts.help],
      ['--version', texts.version],
    ],
  },
];

/** The most columns for the options. The description of a longer option starts on the next line. */
const MAX_COLUMN = 32;

/** What `--help` prints. */
export function helpText(format: Format): string {
  const groups = GROUPS.map(({ title, options }) => ({
    title: format(title),
    options: options.map(([name, description, placeholder]) => ({
      option: `  ${name}${valueText(placeholder, format)}  `,
      description: format(description),
    })),
  }));
  const widths = groups.flatMap(({ options }) => options.map(({ option }) => cellWidth(option)));
  const column = widths.reduce((most, width) => (width <= MAX_COLUMN ? Math.max(most, width) : most), 0);
  const body = groups.flatMap(({ title, options }) => [
    '',
    title,
    ...options.flatMap(({ option, description }) => optionLines(option, description, column)),
  ]);
  const footer = [texts.skipped, texts.exitCodes].flatMap((text) => wrapText(format(text)));
  return [format(texts.title), '', ...wrapText(format(texts.usage)), ...body, '', ...footer, ''].join('\n');
}

function valueText(value: OptionValue | undefined, format: Format): string {
  if (value === undefined) return '';
  const [before, placeholder, after] = value;
  return `${before}${format(placeholder)}${after}`;
}

function optionLines(option: string, description: string, column: number): string[] {
  const lines = wrapText(description, WIDTH - column).map((line) => ' '.repeat(column) + line);
  const free = column - cellWidth(option);
  if (free < 0) return [option.trimEnd(), ...lines];
  const [first = '', ...rest] = lines;
  return [`${option}${' '.repeat(free)}${first.trimStart()}`, ...rest];
}
