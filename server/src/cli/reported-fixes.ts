import { bestFix, preferredFirst, safeFix, type LineMap, type Problem, type TextEdit } from '../core/index.js';
import type { Format } from '../messages/formatting/index.js';
import type { ReportedEdit, ReportedFix } from './formats/report.js';

/** The fixes of a problem as they are printed. The preferred one is the first. */
export function reportedFixes(problem: Problem, lines: LineMap, format: Format): ReportedFix[] {
  const safe = safeFix(problem);
  const best = bestFix(problem);
  const fixes = problem.fixes.map((fix): ReportedFix => ({
    title: format(fix.title),
    isSafe: safe.includes(fix),
    isPreferred: fix === best,
    edits: [...fix.edits]
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
      .map((edit) => reportedEdit(edit, lines)),
  }));
  return preferredFirst(fixes, ({ isPreferred }) => isPreferred);
}

function reportedEdit({ span, newText }: TextEdit, lines: LineMap): ReportedEdit {
  const start = lines.lineColumnAt(span.start);
  const end = lines.lineColumnAt(span.end);
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    offset: span.start,
    endOffset: span.end,
    text: newText,
  };
}
