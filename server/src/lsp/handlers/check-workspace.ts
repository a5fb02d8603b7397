import type { CancellationToken } from 'vscode-languageserver';
import { checkWorkspaceMethod, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import type { Diagnostics } from '../diagnostics/diagnostics.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { countsOf, type FileDiagnostics } from '../diagnostics/workspace-problems.js';
import { reporter, yieldToEventLoop, type CheckProgress } from '../session/progress.js';

/** Checks the whole workspace at the author's request (*Check All Playbooks*), and returns the number of problems. */
export const checkWorkspace: Feature = { register };

function register({ session, diagnostics, closedFiles }: FeatureContext): void {
  const { connection } = session;
  const check = async (token: CancellationToken, progress: CheckProgress): Promise<CheckWorkspaceResult> => {
    await workspaceIndexed(session, token);
    const results = await closedFiles.checkAll(progress);
    return results === undefined || token.isCancellationRequested
      ? null
      : countsOf([...results, ...(await openResults(session, diagnostics, token))]);
  };
  connection.onRequest(checkWorkspaceMethod, (params: CheckWorkspaceParams, token: CancellationToken) =>
    runSafe<CheckWorkspaceResult>('check workspace', session, token, null, () =>
      check(token, reporter(session, params.workDoneToken, token)),
    ),
  );
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
