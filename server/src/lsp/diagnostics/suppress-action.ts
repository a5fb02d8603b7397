import type { Problem, Span } from '../../core/index.js';
import { isRuleProblem } from '../../workspace/index.js';
import { suppressionEdit, type SuppressionScope } from './suppression-edit.js';
import type { DocumentDiagnostics, Session } from '../session/session.js';
import { Outdated } from '../session/run-safe.js';
import { toTextEdits, toWorkspaceEdit } from '../convert/to-lsp.js';
import type { WorkspaceEdit } from 'vscode-languageserver';

/** The part of an action without its edit that comes back when the author chooses it. */
export interface SuppressData {
  readonly uri: string;
  readonly version: number;
  readonly ruleId: string;
  readonly span: Span;
  readonly scope: SuppressionScope;
}

/** Names the problem that an action suppresses. */
export function suppressData(
  { ruleId, span }: Problem,
  { uri, version }: DocumentDiagnostics,
  scope: SuppressionScope,
): SuppressData {
  return { uri, version, ruleId, span, scope };
}

/** `undefined` for data that we did not write. */
export function readSuppressData(data: unknown): SuppressData | undefined {
  const { uri, version, ruleId, span, scope } = Object(data) as Partial<Record<keyof SuppressData, unknown>>;
  const { start, end } = Object(span) as Partial<Record<keyof Span, unknown>>;
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof ruleId !== 'string') return undefined;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  return { uri, version, ruleId, span: { start, end }, scope: scope === 'file' ? 'file' : 'line' };
}

/**
 * The edit that suppresses the problem. `undefined` if no comment can do that without another change of the page. Throws
 * `Outdated` if the page has changed.
 */
export async function suppress(session: Session, data: SuppressData): Promise<WorkspaceEdit | undefined> {
  const result = await session.diagnosticsFor(data.uri);
  if (result?.version !== data.version) throw new Outdated();
  const problem = result.check.problems.find(
    ({ ruleId, span }) => ruleId === data.ruleId && span.start === data.span.start && span.end === data.span.end,
  );
  return problem === undefined ? undefined : suppressionOf(problem, data.scope, result, session);
}

/** The same for a problem of a result. */
export async function suppressionOf(
  problem: Problem,
  scope: SuppressionScope,
  { uri, version, check }: DocumentDiagnostics,
  { workspace, positions, client }: Session,
): Promise<WorkspaceEdit | undefined> {
  const edit = isRuleProblem(problem) ? await suppressionEdit(problem, check, workspace, scope) : undefined;
  return edit && toWorkspaceEdit(toTextEdits([edit], check.lines, positions), uri, version, client);
}
