import { LineMap, type Severity } from '../../core/index.js';
import { mergedEdit } from './merged-edit.js';
import { isOnTheWeb, PRODUCT } from './product.js';
import type { ReportedFile, ReportedFix, ReportFormat } from './report.js';

/** The Reviewdog Diagnostic Format, with which reviewdog comments on pull requests and suggests changes. */
export const rdjson: ReportFormat = ({ files }) => {
  const diagnostics = files.flatMap(diagnosticsOf);
  return `${JSON.stringify({ source: PRODUCT, diagnostics }, null, 2)}\n`;
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

/** A fix that spans more lines is too far from the comment, and never inside the changed lines of a pull request. */
const MAX_LINES = 10;

interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function diagnosticsOf({ path, text, problems }: ReportedFile): object[] {
  if (problems.length === 0) return [];
  const lines = LineMap.of(text);
  return problems.map((problem) => {
    const suggestions = problem.fixes.flatMap((fix) => suggestionsOf(fix, text, lines));
    return {
      message: problem.message,
      location: { path, range: rangeOf(problem, lines) },
      severity: SEVERITIES[problem.severity],
      code: { value: problem.ruleId, ...(isOnTheWeb(problem.docsUrl) && { url: problem.docsUrl }) },
      ...(suggestions.length > 0 && { suggestions }),
    };
  });
}

/** A suggestion is a single edit, and each one is an alternative. */
function suggestionsOf({ edits }: ReportedFix, text: string, lines: LineMap): object[] {
  const edit = mergedEdit(edits, text);
  if (edit === undefined || edit.endLine - edit.line >= MAX_LINES) return [];
  return [{ range: rangeOf(edit, lines), text: edit.text }];
}

/** The end is the position after the last character. */
function rangeOf({ line, column, endLine, endColumn }: Range, lines: LineMap): object {
  return { start: positionOf(line, column, lines), end: positionOf(endLine, endColumn, lines) };
}

/** Columns are in bytes of UTF-8. */
function positionOf(line: number, column: number, lines: LineMap): object {
  const before = lines.lineText(line - 1).slice(0, column - 1);
  return { line, column: Buffer.byteLength(before) + 1 };
}
