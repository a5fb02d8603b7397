import type { CancellationToken } from 'vscode-languageserver';
import type { CheckWorkspaceResult } from '../../protocol/index.js';
import { workspaceIndexed } from '../session/index-access.js';
import { reporter, yieldToEventLoop } from '../session/progress.js';
import type { Session } from '../session/session.js';
import type { ClosedFiles } from './closed-files.js';
import type { Diagnostics } from './diagnostics.js';
import { countsOf, type FileDiagnostics } from './workspace-problems.js';

/** The parts of the server that know problems. */
export interface ProblemSources {
  readonly session: Session;
  readonly diagnostics: Diagnostics;
  readonly closedFiles: ClosedFiles;
}

/** Checks all pages at the author's request, shows their problems from now on, and counts them. */
export async function checkedWorkspace(
  { session, diagnostics, closedFiles }: ProblemSources,
  workDoneToken: string | number | undefined,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  await workspaceIndexed(session, token);
  const results = await closedFiles.checkAll(reporter(session, workDoneToken, token));
  return results === undefined || token.isCancellationRequested
    ? null
    : countsOf([...results, ...(await openResults(session, diagnostics, token))]);
}

/** The diagnostics of the documents that the client requests. Throws `Cancelled` if the request was canceled. */
async function openResults(
  session: Session,
  diagnostics: Diagnostics,
  token: CancellationToken,
): Promise<Omit<FileDiagnostics, 'uri'>[]> {
  const results: Omit<FileDiagnostics, 'uri'>[] = [];
  for (const { uri } of session.documents.all().filter((document) => diagnostics.handles(document.uri))) {
    // Lets other work run between two pages, which includes a message that cancels the request.
    await yieldToEventLoop();
    const result = await session.diagnosticsFor(uri, token);
    if (result === undefined) continue;
    const isCheckedPlaybook = result.enabled && result.check.kind === 'playbook';
    results.push({ isCheckedPlaybook, items: diagnostics.itemsOf(result) });
  }
  return results;
}
