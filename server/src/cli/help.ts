import { anyOf, defineMessages, type Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import { FORMAT_NAMES } from './formats/index.js';
import { REPORT_NAMES } from './options.js';

const texts = defineMessages('help', {
  title: {
    text: 'playbook-lint: checks FastTrack playbooks',
    note: 'The first line of the help. "playbook-lint" is the name of the program.',
  },
  usage: {
    text: 'Usage: playbook-lint [options] <file|folder|glob>...',
    note: 'How to call the program. Translate "Usage" and the words in brackets.',
  },
  format: {
    text: 'the output format: {formats} (default: text)',
    note: 'Describes --format NAME. "formats" is a list of names of formats, which are not translated, like "text".',
  },
  fix: { text: 'apply all safe fixes and report the remaining problems', note: 'Describes --fix.' },
  diff: { text: 'with --fix: write nothing, print the changes as a unified diff', note: 'Describes --diff.' },
  maxWarnings: { text: 'fail if there are more than N warnings', note: 'Describes --max-warnings N.' },
  config: { text: 'use this configuration file for all pages', note: 'Describes --config FILE.' },
  report: {
    text: 'print a report about all pages instead of problems: {reports}',
    note: 'Describes --report NAME. "reports" is a list of names of reports, which are not translated.',
  },
  output: { text: 'write the report to a .csv or .xlsx file', note: 'Describes --output FILE.' },
  quiet: { text: 'print only errors and warnings', note: 'Describes --quiet.' },
  stdin: { text: 'check standard input; with --fix, print the fixed text', note: 'Describes --stdin.' },
  stdinFilename: { text: 'the file name for standard input', note: 'Describes --stdin-filename FILE.' },
  mcp: {
    text: 'serve tools for AI agents (MCP) over standard input and output; the folders are the workspace',
    note: 'Describes --mcp. "MCP" is the Model Context Protocol.',
  },
  help: { text: 'print this help', note: 'Describes --help.' },
  version: { text: 'print the version', note: 'Describes --version.' },
  skipped: "Markdown files that aren't playbooks are skipped.",
  exitCodes: 'Exit codes: 0 no errors, 1 errors or too many warnings, 2 something could not be checked.',
});

const OPTIONS: readonly (readonly [option: string, description: Message])[] = [
  ['--format NAME', texts.format({ formats: anyOf(FORMAT_NAMES) })],
  ['--fix', texts.fix],
  ['--diff', texts.diff],
  ['--max-warnings N', texts.maxWarnings],
  ['--config FILE', texts.config],
  ['--report NAME', texts.report({ reports: anyOf(REPORT_NAMES) })],
  ['--output FILE', texts.output],
  ['--quiet', texts.quiet],
  ['--stdin', texts.stdin],
  ['--stdin-filename FILE', texts.stdinFilename],
  ['--mcp', texts.mcp],
  ['--help', texts.help],
  ['--version', texts.version],
];

/** The column of the descriptions, and the maximum length of a line, in characters. */
const DESCRIPTIONS = 25;
const WIDTH = 80;

/** What `--help` prints. */
export function helpText(format: Format): string {
  const options = OPTIONS.flatMap(([option, description]) => optionLines(option, format(description)));
  const footer = [texts.skipped, texts.exitCodes].map(format);
  return [format(texts.title), '', format(texts.usage), '', ...options, '', ...footer, ''].join('\n');
}

function optionLines(option: string, description: string): string[] {
  return wrapped(description, WIDTH - DESCRIPTIONS).map((line, index) =>
    `  ${index === 0 ? option : ''}`.padEnd(DESCRIPTIONS).concat(line),
  );
}

/** The text in lines of at most `width` characters, if its words are shorter. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
