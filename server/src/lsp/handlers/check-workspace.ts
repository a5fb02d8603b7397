import { WorkDoneProgress, type CancellationToken } from 'vscode-languageserver';
import { checkWorkspaceMethod, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../../protocol/index.js';
import type { ClosedFiles } from '../diagnostics/closed-files.js';
import type { Diagnostics } from '../diagnostics/diagnostics.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { countsOf, type CheckProgress, type FileDiagnostics } from '../diagnostics/workspace-problems.js';

/** The minimum time between two progress reports, in milliseconds. */
const PROGRESS_PAUSE = 100;

/** Checks the whole workspace at the author's request (*Check All Playbooks*), and returns the number of problems. */
export function registerCheckWorkspace(session: Session, diagnostics: Diagnostics, closedFiles: ClosedFiles): void {
  const { connection } = session;
  const check = async (token: CancellationToken, progress: CheckProgress): Promise<CheckWorkspaceResult> => {
    const results = await closedFiles.checkAll(progress);
    return results === undefined || token.isCancellationRequested
      ? null
      : countsOf([...results, ...(await openResults(session, diagnostics))]);
  };
  connection.onRequest(checkWorkspaceMethod, (params: CheckWorkspaceParams, token: CancellationToken) =>
    runSafe<CheckWorkspaceResult>('check workspace', connection.console, token, null, () =>
      check(token, reporter(session, params.workDoneToken, token)),
    ),
  );
}

/** The diagnostics of the documents that the client requests. */
async function openResults(session: Session, diagnostics: Diagnostics): Promise<Omit<FileDiagnostics, 'uri'>[]> {
  const asked = session.documents.all().filter(({ uri }) => diagnostics.handles(uri));
  const results = await Promise.all(asked.map(({ uri }) => session.diagnosticsFor(uri)));
  return results.flatMap((result) =>
    result === undefined
      ? []
      : [{ isCheckedPlaybook: result.enabled && result.check.kind === 'playbook', items: diagnostics.itemsOf(result) }],
  );
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
