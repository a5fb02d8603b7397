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
    text: 'only problems on lines that changed since SINCE, or that the changes cause on other lines and pages (default: the default branch)',
    note: 'Describes --changed[=SINCE]. SINCE is the name of a branch or another revision of a Git repository.',
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
  mcp: {
    text: 'serve tools for AI agents (MCP) over standard input and output; the folders are the workspace',
    note: 'Describes --mcp. "MCP" is the Model Context Protocol.',
  },
  help: { text: 'print this help', note: 'Describes --help.' },
  version: { text: 'print the version', note: 'Describes --version.' },
  skipped: "Markdown files that aren't playbooks are skipped.",
  exitCodes: 'Exit codes: 0 no errors, 1 errors or too many warnings, 2 something could not be checked.',
});

interface OptionGroup {
  readonly title: Message;
  readonly options: readonly (readonly [option: string, description: Message])[];
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
      ['--stdin-filename FILE', texts.stdinFilename],
    ],
  },
  {
    title: texts.newOnly,
    options: [
      ['--changed[=SINCE]', texts.changed],
      ['--baseline FILE', texts.baseline],
      ['--write-baseline', texts.writeBaseline],
    ],
  },
  {
    title: texts.printing,
    options: [
      ['--format NAME', texts.format({ formats: anyOf(FORMAT_NAMES) })],
      ['--quiet', texts.quiet],
      ['--locale LOCALE', texts.locale({ locales: anyOf(LOCALES) })],
    ],
  },
  {
    title: texts.configuring,
    options: [
      ['--init [folder]', texts.init],
      ['--config FILE', texts.config],
      ['--rule RULE:SEVERITY', texts.rule({ severities: anyOf(SEVERITIES) })],
      ['--print-config FILE', texts.printConfig],
      ['--list-rules', texts.listRules],
      ['--explain RULE', texts.explain],
    ],
  },
  {
    title: texts.reporting,
    options: [
      ['--report NAME', texts.report({ reports: anyOf(REPORT_NAMES) })],
      ['--output FILE', texts.output],
    ],
  },
  {
    title: texts.more,
    options: [
      ['--no-cache', texts.noCache],
      ['--cache-location DIR', texts.cacheLocation],
      ['--clear-cache', texts.clearCache],
      ['--mcp', texts.mcp],
      ['--help', texts.help],
      ['--version', texts.version],
    ],
  },
];

/** The column of the descriptions. */
const DESCRIPTIONS = 25;

/** What `--help` prints. */
export function helpText(format: Format): string {
  const groups = GROUPS.flatMap(({ title, options }) => [
    '',
    format(title),
    ...options.flatMap(([option, description]) => optionLines(option, format(description))),
  ]);
  const footer = [texts.skipped, texts.exitCodes].flatMap((text) => wrapText(format(text)));
  return [format(texts.title), '', ...wrapText(format(texts.usage)), ...groups, '', ...footer, ''].join('\n');
}

function optionLines(option: string, description: string): string[] {
  return wrapText(description, WIDTH - DESCRIPTIONS).map((line, index) =>
    `  ${index === 0 ? option : ''}`.padEnd(DESCRIPTIONS).concat(line),
  );
}
