import { LineMap } from '../../core/index.js';
import { defineMessages } from '../../messages/index.js';
import { printableLine } from '../printable.js';
import { excerptOf } from './excerpt.js';
import { mergedEdit } from './merged-edit.js';
import type { PrintOptions, ReportedFile, ReportedFix, ReportedProblem, ReportFormat } from './report.js';
import { closing, COLORS, DIM, paintFor, UNDERLINE } from './text.js';

const texts = defineMessages('formats/full', {
  fix: { text: 'Fix: {title}', note: '"title" is an instruction such as: Replace with "Teams". --fix follows it.' },
  suggestion: {
    text: 'Suggestion: {title}',
    note: '"title" is an instruction such as: Replace with "Teams". The author decides about it.',
  },
});

/** For people: each problem with its line, what fixes it, and the page about it. */
export const full: ReportFormat = (report, options) => {
  const blocks = report.files.flatMap((file) => {
    const lines = LineMap.of(file.text);
    return file.problems.map((problem) => problemBlock(file, problem, lines, options));
  });
  return `${[...blocks, ...closing(report, options)].join('\n\n')}\n`;
};

/** What is to the left of a text: the number of its line, or nothing. */
interface Gutter {
  line(number: number, text: string): string;
  added(number: number, text: string): string;
  note(text: string): string;
}

function problemBlock(
  { path, text }: ReportedFile,
  problem: ReportedProblem,
  lines: LineMap,
  options: PrintOptions,
): string {
  const paint = paintFor(options);
  const { severity, line, column, endLine, endColumn, message, ruleId, docsUrl, fixes } = problem;
  const gutter = gutterOf(Math.max(line, fixes[0]?.edits.at(-1)?.endLine ?? 0));
  const source = lines.lineText(line - 1);
  const excerpt = excerptOf(source, column - 1, line === endLine ? endColumn - 1 : source.length);
  const marks = ' '.repeat(excerpt.start) + paint('^'.repeat(excerpt.width), COLORS[severity]);
  return [
    `${paint(`${printableLine(path)}:${line}:${column}`, UNDERLINE)}  ${paint(severity, COLORS[severity])}  ${printableLine(message)}`,
    gutter.line(line, excerpt.text),
    gutter.note(marks),
    ...fixes.flatMap((fix, index) => fixLines(fix, index === 0, { problem, text, lines, gutter, options })),
    gutter.note(paint(`${ruleId}  ${docsUrl}`, DIM)),
  ].join('\n');
}

function gutterOf(largest: number): Gutter {
  const width = Math.max(4, String(largest).length);
  return {
    line: (number, text) => `${String(number).padStart(width)} │ ${text}`.trimEnd(),
    added: (number, text) => `${String(number).padStart(width)} + ${text}`.trimEnd(),
    note: (text) => `${' '.repeat(width)}   ${text}`,
  };
}

interface Page {
  readonly problem: ReportedProblem;
  readonly text: string;
  readonly lines: LineMap;
  readonly gutter: Gutter;
  readonly options: PrintOptions;
}

/** A fix that changes more lines is shown without its result. */
const MAX_LINES = 3;

/** The title, and for the most likely fix also the resulting lines. */
function fixLines(fix: ReportedFix, isFirst: boolean, { problem, text, lines, gutter, options }: Page): string[] {
  const title = options.format((fix.isSafe ? texts.fix : texts.suggestion)({ title: fix.title }));
  const note = gutter.note(printableLine(title));
  const edit = isFirst ? mergedEdit(fix.edits, text) : undefined;
  if (edit === undefined || edit.endLine - edit.line >= MAX_LINES) return [note];
  const start = lines.startOf(edit.line - 1);
  const end = lines.lineSpan(edit.endLine - 1).end;
  const after = text.slice(start, edit.offset) + edit.text + text.slice(edit.endOffset, end);
  const results = changedLines(text.slice(start, end), after);
  if (results.length > MAX_LINES) return [note];
  return [
    note,
    ...results.map(({ index, line, at }) => {
      const number = edit.line + index;
      const place = number === problem.line ? problem.column - 1 : at;
      return gutter.added(number, resultOf(line, at, place));
    }),
  ];
}

/** The lines of `after` that aren't lines of `before`, and where they differ. */
function changedLines(before: string, after: string): { index: number; line: string; at: number }[] {
  const old = before.split(/\r\n?|\n/);
  const now = after.split(/\r\n?|\n/);
  let first = 0;
  while (first < now.length && now[first] === old[first]) first++;
  let last = 0;
  while (last < Math.min(now.length, old.length) - first && now.at(-1 - last) === old.at(-1 - last)) last++;
  const changed = now.slice(first, now.length - last);
  return changed.map((line, index) => ({
    index: first + index,
    line,
    at: commonStart(line, old[first + index] ?? ''),
  }));
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The line around the first difference, or around the place of the problem if both are near, so that the same text is
 * below it.
 */
function resultOf(line: string, at: number, place: number): string {
  const start = place <= at && at - place <= NEAR ? place : at;
  return excerptOf(line, start, start).text;
}

/** In code units. So much text after the start of an excerpt always has room. */
const NEAR = 25;
