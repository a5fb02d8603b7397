import {
  WorkspaceDiagnosticRequest,
  type CancellationToken,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { Cancelled, normalizedUri } from '../../workspace/index.js';
import { WorkspaceReports, type ReportedFile } from '../diagnostics/workspace-report.js';
import type { Feature, FeatureContext } from '../feature.js';
import { workspaceIndexed } from '../session/index-access.js';
import { reporter, yieldToEventLoop } from '../session/progress.js';
import { runSafe } from '../session/run-safe.js';

/**
 * Returns the problems of all files to a client that asks, even if the server hasn't announced it. The response is
 * always complete: nothing follows as a partial result, and the request doesn't wait for changes.
 */
export const workspaceDiagnostics: Feature = { register };

function register(context: FeatureContext): void {
  const { session } = context;
  const reports = new WorkspaceReports();
  session.connection.onRequest(WorkspaceDiagnosticRequest.type, ({ previousResultIds, workDoneToken }, token) =>
    runSafe<WorkspaceDiagnosticReport>('workspace diagnostics', session, token, { items: [] }, async () => {
      const files = await allFiles(context, workDoneToken, token);
      if (token.isCancellationRequested) throw new Cancelled();
      return { items: reports.reportOf(files, known(previousResultIds)) };
    }),
  );
}

/** A client can leave them out, though the protocol requires them, or send other values. */
function known(previousResultIds: unknown): readonly PreviousResultId[] {
  return Array.isArray(previousResultIds) ? previousResultIds.filter(isResultId) : [];
}

function isResultId(value: unknown): value is PreviousResultId {
  return typeof (value as Partial<PreviousResultId> | null)?.uri === 'string';
}

async function allFiles(
  context: FeatureContext,
  workDoneToken: string | number | undefined,
  token: CancellationToken,
): Promise<ReportedFile[]> {
  const { session, closedFiles } = context;
  await workspaceIndexed(session, token);
  const closed = await closedFiles.problems(reporter(session, workDoneToken, token));
  const open = await openFiles(context, token);
  const isOpen = new Set(open.map(({ uri }) => normalizedUri(uri)));
  return [
    ...open,
    ...closed
      .filter(({ uri }) => !isOpen.has(normalizedUri(uri)))
      .map(({ uri, items }): ReportedFile => ({ uri, version: null, items })),
  ];
}

async function openFiles({ session, diagnostics }: FeatureContext, token: CancellationToken): Promise<ReportedFile[]> {
  const files: ReportedFile[] = [];
  for (const { uri } of session.documents.all()) {
    await yieldToEventLoop();
    const result = await session.diagnosticsFor(uri, token);
    if (result === undefined) continue;
    files.push({ uri: result.uri, version: result.version, items: diagnostics.itemsOf(result) });
  }
  return files;
}
