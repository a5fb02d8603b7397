import type { Severity } from '../../core/index.js';
import { defineMessages, listed } from '../../messages/index.js';
import type { Format } from '../../messages/formatting/index.js';
import { printable, printableLine } from '../printable.js';
import type { PrintOptions, Report, ReportedFile, ReportedProblem, ReportFormat, Summary } from './report.js';

const texts = defineMessages('formats/text', {
  translations: {
    text: 'Translations (for details, use --report translations)',
    note: 'A heading above the numbers of translated pages. "--report translations" is an option.',
  },
  checked: {
    text: '{files, plural, one {# playbook checked} other {# playbooks checked}}: {problems}',
    note: 'The start of the last line of the output. "problems" is a list such as "2 errors, 1 warning".',
  },
  checkedNothing: {
    text: 'No playbooks checked',
    note: 'The start of the last line of the output. What follows says why, such as "1 other Markdown file skipped".',
  },
  checkedWithoutProblems: '{files, plural, one {# playbook checked} other {# playbooks checked}}: no problems',
  errors: {
    text: '{count, plural, one {# error} other {# errors}}',
    note: 'In a list of the problems that were found.',
  },
  warnings: {
    text: '{count, plural, one {# warning} other {# warnings}}',
    note: 'In a list of the problems that were found.',
  },
  infos: {
    text: '{count, plural, other {# info}}',
    note: 'In a list of the problems that were found: problems of the severity "info".',
  },
  hints: {
    text: '{count, plural, one {# hint} other {# hints}}',
    note: 'In a list of the problems that were found: problems of the severity "hint".',
  },
  fixed: { text: '{count, plural, other {# fixed}}', note: 'The number of problems that were fixed.' },
  fixable: {
    text: '{count, plural, other {# can be fixed with --fix}}',
    note: 'The number of problems that the option --fix would fix.',
  },
  skipped: '{count, plural, one {# other Markdown file skipped} other {# other Markdown files skipped}}',
  ignored: '{count, plural, one {# file ignored by the configuration} other {# files ignored by the configuration}}',
  newerRules: {
    text: '{count, plural, one {# rule is newer than "rulesAsOf" and off} other {# rules are newer than "rulesAsOf" and off}}',
    note: '"rulesAsOf" is a key of the configuration file.',
  },
  known: {
    text: '{count, plural, one {# known problem not reported} other {# known problems not reported}}',
    note: 'The number of problems that the file of known problems, the baseline, contains.',
  },
  stale: {
    text: '{count, plural, one {# entry of the baseline is outdated ({option} removes it)} other {# entries of the baseline are outdated ({option} removes them)}}',
    note: 'The baseline is a file with known problems. "option" is the option --write-baseline.',
  },
  older: {
    text: '{count, plural, one {# older problem not reported} other {# older problems not reported}} (changes since {since})',
    note: '"since" is the name of a branch or another revision of a Git repository.',
  },
  joined: {
    text: '{first}; {next}',
    note: 'Joins the parts of the last line of the output, such as "1 playbook checked: no problems" and "2 fixed".',
  },
  failed: {
    text: '{count, plural, other {# could not be checked or fixed}}',
    note: 'The number of files, folders and arguments for which something failed.',
  },
});

/** For people: problems by file, in columns, and a summary line. */
export const text: ReportFormat = (report, options) => {
  const paint = paintFor(options);
  const blocks = report.files.filter(({ problems }) => problems.length > 0).map((file) => fileBlock(file, paint));
  return `${[...blocks, ...closing(report, options)].join('\n\n')}\n`;
};

/** The end of a report for people: the numbers of translated pages, and the summary line. */
export function closing({ summary, translations }: Report, options: PrintOptions): string[] {
  const { format } = options;
  const versions = translations === '' ? [] : [`${format(texts.translations)}\n${printable(translations)}`];
  return [...versions, summaryLine(summary, paintFor(options), format)];
}

export type Paint = (text: string, code: number) => string;

export const paintFor = ({ color }: Pick<PrintOptions, 'color'>): Paint => (color ? painted : plain);

const painted: Paint = (text, code) => `\u001b[${code}m${text}\u001b[0m`;
export const plain: Paint = (text) => text;

export const UNDERLINE = 4;
export const DIM = 2;
export const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

function fileBlock({ path, problems }: ReportedFile, paint: Paint): string {
  const placeWidth = widest(problems.map(placeOf));
  const severityWidth = widest(problems.map(({ severity }) => severity));
  const lines = problems.map((problem) => {
    const place = placeOf(problem).padStart(placeWidth);
    const severity = paint(problem.severity.padEnd(severityWidth), COLORS[problem.severity]);
    return `  ${place}  ${severity}  ${printableLine(problem.message)}  ${paint(problem.ruleId, DIM)}`;
  });
  return [paint(printableLine(path), UNDERLINE), ...lines].join('\n');
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, { length }) => Math.max(width, length), 0);
}

function placeOf({ line, column }: ReportedProblem): string {
  return `${line}:${column}`;
}

/** The numbers of a report on one line. */
export function summaryLine(summary: Summary, paint: Paint, format: Format): string {
  const { files, errors, warnings, infos, hints, fixable, fixed, leftAlone, ignored, newerRules, failed } = summary;
  const { known, stale, older, since } = summary;
  const found = [
    ...(errors > 0 ? [paint(format(texts.errors({ count: errors })), COLORS.error)] : []),
    ...(warnings > 0 ? [paint(format(texts.warnings({ count: warnings })), COLORS.warning)] : []),
    ...(infos > 0 ? [texts.infos({ count: infos })] : []),
    ...(hints > 0 ? [texts.hints({ count: hints })] : []),
  ];
  const clean = files === 0 ? texts.checkedNothing : texts.checkedWithoutProblems({ files });
  const head = found.length === 0 ? clean : texts.checked({ files, problems: listed(found) });
  const rest = [
    ...(fixed > 0 ? [texts.fixed({ count: fixed })] : []),
    ...(fixable > 0 ? [texts.fixable({ count: fixable })] : []),
    ...(leftAlone > 0 ? [texts.skipped({ count: leftAlone })] : []),
    ...(ignored > 0 ? [texts.ignored({ count: ignored })] : []),
    ...(known > 0 ? [texts.known({ count: known })] : []),
    ...(stale > 0 ? [texts.stale({ count: stale, option: '--write-baseline' })] : []),
    ...(older > 0 ? [texts.older({ count: older, since: printableLine(since ?? '') })] : []),
    ...(newerRules > 0 ? [texts.newerRules({ count: newerRules })] : []),
  ];
  const last = failed > 0 ? [paint(format(texts.failed({ count: failed })), COLORS.error)] : [];
  return [...[head, ...rest].map(format), ...last].reduce((first, next) => format(texts.joined({ first, next })));
}
