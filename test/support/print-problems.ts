import { parsePlaybook, type Problem } from '../../server/src/core/index.js';

/** Problems as people read them in `*.expected.txt`: place, message, the source with carets, the fixes. */
export function printProblems(text: string, problems: readonly Problem[]): string {
  const { lines } = parsePlaybook({ uri: 'file:///page.md', text });
  const at = (offset: number): string => {
    const { line, column } = lines.lineColumnAt(offset);
    return `${line + 1}:${column + 1}`;
  };
  const printed = problems.map((problem) => {
    const { line, column } = lines.lineColumnAt(problem.span.start);
    const source = lines.lineText(line);
    const width = Math.max(1, Math.min(problem.span.end, lines.lineSpan(line).end) - problem.span.start);
    return [
      `${at(problem.span.start)}-${at(problem.span.end)} ${problem.severity} ${problem.message}`,
      `  ${source.replaceAll('\t', ' ')}`,
      `  ${' '.repeat(column)}${'^'.repeat(width)}`,
      ...problem.related.map((related) => `  see ${at(related.span.start)} ${related.message}`),
      ...problem.fixes.map((fix) => `  ${fix.applicability}: ${fix.title}`),
    ].join('\n');
  });
  return printed.join('\n\n') + '\n';
}
