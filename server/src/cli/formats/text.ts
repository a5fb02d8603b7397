import type { Severity } from '../../core/index.js';
import { printable, printableLine } from '../printable.js';
import type { Format, ReportedFile, ReportedProblem, Summary } from './report.js';

/** For people: problems by file, in columns, and a summary line. */
export const text: Format = ({ files, summary, translations }, { color }) => {
  const paint = color ? painted : plain;
  const blocks = files.filter(({ problems }) => problems.length > 0).map((file) => fileBlock(file, paint));
  const versions =
    translations === '' ? [] : [`Translations (for details, use --report translations)\n${printable(translations)}`];
  return `${[...blocks, ...versions, summaryLine(summary, paint)].join('\n\n')}\n`;
};

type Paint = (text: string, code: number) => string;

const painted: Paint = (text, code) => `\u001b[${code}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

const UNDERLINE = 4;
const DIM = 2;
const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

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

function summaryLine(summary: Summary, paint: Paint): string {
  const { files, errors, warnings, infos, hints, fixable, fixed, leftAlone, ignored, failed } = summary;
  const found = [
    ...(errors > 0 ? [paint(counted(errors, 'error'), COLORS.error)] : []),
    ...(warnings > 0 ? [paint(counted(warnings, 'warning'), COLORS.warning)] : []),
    ...(infos > 0 ? [`${infos} info`] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  const rest = [
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...(fixable > 0 ? [`${fixable} can be fixed with --fix`] : []),
    ...(leftAlone > 0 ? [`${counted(leftAlone, 'other Markdown file')} skipped`] : []),
    ...(ignored > 0 ? [`${counted(ignored, 'file')} ignored by the configuration`] : []),
    ...(failed > 0 ? [paint(`${failed} could not be checked or fixed`, COLORS.error)] : []),
  ];
  const head = `${counted(files, 'playbook')} checked: ${found.length === 0 ? 'no problems' : found.join(', ')}`;
  return [head, ...rest].join('; ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
