import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Location,
  type Range,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { LineMap, Problem, Related, Severity, TextEdit } from '../../core/index.js';
import { uriOf, type Workspace } from '../../workspace/index.js';
import type { ClientFeatures } from '../session/client-features.js';
import type { Positions } from '../session/positions.js';
import type { Session } from '../session/session.js';

/** The source of all diagnostics: the language id of the product. */
const diagnosticSource = 'playbook';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** The text that a problem is in. */
export interface DiagnosticSource {
  readonly uri: string;
  readonly lines: LineMap;
}

/** What of a session a diagnostic depends on. */
type DiagnosticSession = Pick<Session, 'client' | 'positions' | 'format' | 'linkTo'> & {
  readonly workspace: Pick<Workspace, 'index'>;
};

export function toDiagnostic(problem: Problem, source: DiagnosticSource, session: DiagnosticSession): Diagnostic {
  const { client, positions, format } = session;
  const href = client.codeDescription ? session.linkTo(problem.ruleId) : undefined;
  return {
    range: positions.rangeOf(source.lines, problem.span),
    severity: severities[problem.severity],
    source: diagnosticSource,
    code: problem.ruleId,
    message: format(problem.message),
    ...(href !== undefined && { codeDescription: { href } }),
    ...(client.tags && problem.tags.length > 0 && { tags: problem.tags.map((tag) => tags[tag]) }),
    ...(client.relatedInformation &&
      problem.related.length > 0 && {
        relatedInformation: problem.related.map((related) => ({
          location: locationOf(related, source, session),
          message: format(related.message),
        })),
      }),
  };
}

function locationOf(
  { path, span }: Related,
  { uri, lines }: DiagnosticSource,
  { positions, workspace: { index } }: DiagnosticSession,
): Location {
  if (path === undefined) return { uri, range: positions.rangeOf(lines, span) };
  const other = (index.pages.get(path) ?? index.tocs.get(path))?.lines;
  return { uri: uriOf(path), range: other === undefined ? START : positions.rangeOf(other, span) };
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function toTextEdits(edits: readonly TextEdit[], lines: LineMap, positions: Positions): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(lines, span), newText }));
}

/** Edits of a document, for its version if the client supports that. */
export function toWorkspaceEdit(
  edits: readonly LspTextEdit[],
  uri: string,
  version: number,
  client: ClientFeatures,
): WorkspaceEdit {
  if (client.versionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
  return { changes: { [uri]: [...edits] } };
}
