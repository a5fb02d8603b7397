import { DiagnosticSeverity, languages, Uri, type Diagnostic } from 'vscode';
import { TASK_COLUMNS } from '../../../webviews/preview/columns';
import type {
  PreviewProblem,
  PreviewRow,
  TaskColumnName,
  TaskPreview,
} from '../../../webviews/preview/protocol/messages';

/** Adds the problems that VS Code shows to the rows. Pages that weren't checked have none. */
export function withKnownProblems(preview: TaskPreview): TaskPreview {
  const byPage = preview.pages.map(({ uri }) => problemsByLine(Uri.parse(uri)));
  const rows = preview.rows.map((row): PreviewRow => {
    const known = byPage[preview.tables[row.table]?.page ?? -1]?.get(row.line);
    return known === undefined ? row : { ...row, problems: known.map((diagnostic) => problemOf(diagnostic, row)) };
  });
  return { ...preview, rows };
}

function problemsByLine(uri: Uri): ReadonlyMap<number, readonly Diagnostic[]> {
  const byLine = new Map<number, Diagnostic[]>();
  for (const diagnostic of languages.getDiagnostics(uri)) {
    if (diagnostic.source !== 'playbook') continue;
    const { line } = diagnostic.range.start;
    const same = byLine.get(line);
    if (same === undefined) byLine.set(line, [diagnostic]);
    else same.push(diagnostic);
  }
  return byLine;
}

function problemOf({ severity, code, message, range }: Diagnostic, row: PreviewRow): PreviewProblem {
  const ruleId = typeof code === 'object' ? String(code.value) : String(code ?? '');
  return { severity: SEVERITIES[severity], ruleId, message, column: columnAt(row, range.start.character) };
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

function columnAt(row: PreviewRow, character: number): TaskColumnName | null {
  const column = Object.values(TASK_COLUMNS).find(({ cell }) => {
    const found = cell(row);
    return found !== null && found.start <= character && character <= found.end;
  });
  return column?.id ?? null;
}
