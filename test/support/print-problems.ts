import { LineMap, nameOf, type Problem, type Related } from '../../server/src/core/index.js';
import { english } from './english.js';

/**
 * Problems as people read them in `*.expected.txt`: place, message, the source with carets, the fixes. `textOf` gives the
 * text of another file that a problem points to.
 */
export function printProblems(
  text: string,
  problems: readonly Problem[],
  textOf: (path: string) => string = () => '',
): string {
  const lines = LineMap.of(text);
  const at = (offset: number, map = lines): string => {
    const { line, column } = map.lineColumnAt(offset);
    return `${line + 1}:${column + 1}`;
  };
  const placeOf = ({ path, span }: Related): string =>
    path === undefined ? at(span.start) : `${nameOf(path)} ${at(span.start, LineMap.of(textOf(path)))}`;
  const printed = problems.map((problem) => {
    const { line, column } = lines.lineColumnAt(problem.span.start);
    const source = lines.lineText(line);
    const width = Math.max(1, Math.min(problem.span.end, lines.lineSpan(line).end) - problem.span.start);
    return [
      `${at(problem.span.start)}-${at(problem.span.end)} ${problem.severity} ${english(problem.message)}`,
      `  ${source.replaceAll('\t', ' ')}`,
      `  ${' '.repeat(column)}${'^'.repeat(width)}`,
      ...problem.related.map((related) => `  see ${placeOf(related)} ${english(related.message)}`),
      ...problem.fixes.map((fix) => `  ${fix.applicability}: ${english(fix.title)}`),
    ].join('\n');
  });
  return printed.join('\n\n') + '\n';
}
