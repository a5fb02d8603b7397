import { WorkDoneProgress, type CancellationToken } from 'vscode-languageserver';
import { checkWorkspaceMethod, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../../protocol/index.js';
import type { ClosedFiles } from '../closed-files.js';
import type { Diagnostics } from '../diagnostics.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';
import { countsOf, yieldToEventLoop, type CheckProgress, type FileDiagnostics } from '../workspace-problems.js';

/** The minimum time between two progress reports, in milliseconds. */
const PROGRESS_PAUSE = 100;

/** Checks the whole workspace at the author's request (*Check All Playbooks*), and returns the number of problems. */
export function registerCheckWorkspace(session: Session, diagnostics: Diagnostics, closedFiles: ClosedFiles): void {
  const { connection } = session;
  const check = async (token: CancellationToken, progress: CheckProgress): Promise<CheckWorkspaceResult> => {
    const results = await closedFiles.checkAll(progress);
    return results === undefined || token.isCancellationRequested
      ? null
      : countsOf([...results, ...(await openResults(session, diagnostics, token))]);
  };
  connection.onRequest(checkWorkspaceMethod, (params: CheckWorkspaceParams, token: CancellationToken) =>
    runSafe<CheckWorkspaceResult>('check workspace', connection.console, token, null, () =>
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

/** Reports the progress of a request that has a token, and stops it when it is canceled. */
export function reporter(
  { connection }: Session,
  workDoneToken: string | number | undefined,
  cancellation: CancellationToken,
): CheckProgress {
  let last = 0;
  return {
    proceed(done, total) {
      const now = Date.now();
      if (workDoneToken !== undefined && (now - last >= PROGRESS_PAUSE || done === total)) {
        last = now;
        void connection.sendProgress(WorkDoneProgress.type, workDoneToken, {
          kind: 'report',
          message: `${done} / ${total}`,
          percentage: Math.round((100 * done) / total),
        });
      }
      return !cancellation.isCancellationRequested;
    },
  };
}
