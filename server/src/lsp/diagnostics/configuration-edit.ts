import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { changedConfig, LineMap, type ConfigChange, type Language, type Problem } from '../../core/index.js';
import { isRuleProblem, unknownWordOf } from '../../workspace/index.js';
import { minimalEdits } from '../convert/minimal-edits.js';
import { toTextEdits } from '../convert/to-lsp.js';
import type { DocumentDiagnostics, Session } from '../session/session.js';
import { versionWith } from '../session/text-version.js';
import { silences } from './suppression-edit.js';

/**
 * The edit of the configuration file that makes the problem go away, also for all other pages. Like a comment, it is
 * tried first. `undefined` if the file can't be changed that way, or has unsaved changes.
 */
export async function configurationEdit(
  problem: Problem,
  scope: 'workspace' | 'word',
  { uri, check }: DocumentDiagnostics,
  session: Session,
): Promise<WorkspaceEdit | undefined> {
  const { workspace, client } = session;
  const file = isRuleProblem(problem) ? await workspace.configFileFor(uri) : undefined;
  const change = changeFor(problem, scope, check.playbook?.language);
  if (file === undefined || change === undefined || check.playbook === undefined) return undefined;
  const text = changedConfig(file.uri, file.text ?? '', change);
  const after = text === undefined ? undefined : await workspace.recheckWith(check, { uri: file.uri, text });
  if (text === undefined || after === undefined || !silences(problem, check.problems, after.problems)) return undefined;
  const edits = toTextEdits(minimalEdits(file.text ?? '', text), LineMap.of(file.text ?? ''), session.positions);
  if (file.text === undefined)
    return client.createsFiles
      ? { documentChanges: [{ kind: 'create', uri: file.uri }, changeOf(file.uri, null, edits)] }
      : undefined;
  const version = versionWith(file.text, file.uri, session);
  return version === undefined
    ? undefined
    : { documentChanges: [changeOf(session.documents.get(file.uri)?.uri ?? file.uri, version, edits)] };
}

function changeFor(
  problem: Problem,
  scope: 'workspace' | 'word',
  language: Language | undefined,
): ConfigChange | undefined {
  if (scope === 'workspace') return { kind: 'off', ruleId: problem.ruleId };
  const unknown = unknownWordOf(problem);
  return unknown === undefined || language === undefined ? undefined : { kind: 'word', language, ...unknown };
}

function changeOf(uri: string, version: number | null, edits: TextDocumentEdit['edits']): TextDocumentEdit {
  return { textDocument: { uri, version }, edits };
}
