import type { Severity } from '../../core/index.js';
import { defineMessages } from '../../messages/index.js';
import { printableLine } from '../printable.js';
import { PRODUCT } from './product.js';
import type { PrintOptions, Report, ReportedProblem, ReportFormat } from './report.js';
import { repositoryPath } from './repository-path.js';
import { plain, summaryLine } from './text.js';

const texts = defineMessages('formats/github', {
  more: {
    text: '{count, plural, one {# more problem has no annotation} other {# more problems have no annotation}}, because GitHub shows only {limit} errors, {limit} warnings and {limit} notices of a step:',
    note: 'In the log of GitHub Actions, above a list of problems. GitHub shows annotations beside the lines of a file.',
  },
});

/**
 * Workflow commands of GitHub Actions: annotations in pull requests. What GitHub would not show is listed in the log,
 * where the worst problems come first.
 */
export const github: ReportFormat = (report, options) => {
  const { annotations, rest } = chosen(report, options);
  const lines = annotations.map(commandOf);
  if (rest.length > 0) {
    lines.push(options.format(texts.more({ count: rest.length, limit: PER_LEVEL })));
    for (const annotation of rest) lines.push(logLine(annotation));
  }
  return [...lines, withoutCommands(summaryLine(report.summary, plain, options.format)), ''].join('\n');
};

/** How many annotations of a level GitHub shows for a step. It shows 50 of a job, more than one step can have. */
const PER_LEVEL = 10;

type Level = 'error' | 'warning' | 'notice';

function levelOf(severity: Severity): Level {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** Failures have no place. */
  readonly place: (Place & { readonly file: string }) | undefined;
}

type Place = Pick<ReportedProblem, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Problems of a run, the worst first. */
export function worstFirst(
  { files }: Pick<Report, 'files'>,
  options: PrintOptions,
): { readonly file: string; readonly problem: ReportedProblem }[] {
  return files
    .flatMap(({ path, problems }) => {
      const file = repositoryPath(path, options);
      return problems.map((problem) => ({ file, problem }));
    })
    .sort((a, b) => RANKS[a.problem.severity] - RANKS[b.problem.severity]);
}

function chosen(
  report: Report,
  options: PrintOptions,
): { readonly annotations: Annotation[]; readonly rest: Annotation[] } {
  const all = [
    ...[...new Set(report.failures.map(options.format))].map((message): Annotation => ({
      severity: 'error',
      title: PRODUCT.name,
      message,
      place: undefined,
    })),
    ...worstFirst(report, options).map(({ file, problem }): Annotation => ({
      severity: problem.severity,
      title: problem.ruleId,
      message: problem.message,
      place: { ...problem, file },
    })),
  ];
  const counts: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  const isShown = ({ severity }: Annotation): boolean => counts[levelOf(severity)]++ < PER_LEVEL;
  const annotations: Annotation[] = [];
  const rest: Annotation[] = [];
  for (const annotation of all) (isShown(annotation) ? annotations : rest).push(annotation);
  return { annotations, rest };
}

function commandOf({ severity, title, message, place }: Annotation): string {
  const properties = place === undefined ? { title } : { file: place.file, ...columnsOf(place), title };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${levelOf(severity)} ${list.join(',')}::${escapedData(message)}`;
}

/** GitHub has no columns for several lines. */
function columnsOf({ line, column, endLine, endColumn }: Place): Readonly<Record<string, number>> {
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}

function escapedData(text: string): string {
  return printableLine(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function logLine({ severity, title, message, place }: Annotation): string {
  const where = place === undefined ? [] : [`${place.file}:${place.line}:${place.column}`];
  // Starts with our own word: a line that starts with "::" would be a command.
  return `  ${severity}  ${[...where, message, title].map(withoutCommands).join('  ')}`;
}

/** The runner also obeys `##[command]` anywhere in a line. */
function withoutCommands(text: string): string {
  return printableLine(text).replaceAll('##[', '# #[');
}
