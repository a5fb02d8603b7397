import {
  DocumentDiagnosticReportKind,
  WorkDoneProgress,
  type CancellationToken,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkWorkspaceMethod, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../../protocol/index.js';
import type { Diagnostics } from '../diagnostics.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';
import { countsOf, WorkspaceProblems, type CheckProgress, type FileAnswer } from '../workspace-problems.js';

/** How many files go into one part of an answer. */
const PART = 50;
/** Never two numbers in less than this, in milliseconds. */
const PROGRESS_PAUSE = 100;

/** How long the index has to rest before the other files are looked at, in milliseconds. */
const INDEX_DELAY = 500;

/** What others tell the handler. */
export interface WorkspaceDiagnostics {
  /** The index has changed. */
  indexChanged(): void;
  /** Nothing that was found holds: settings or configuration have changed. */
  allChanged(): void;
  dispose(): void;
}

/**
 * The problems of files that nobody has open: asked for by the client again and again (`workspace/diagnostic`), and by a
 * person (*Check workspace*). A client that asks without end gets its answer only when there is something new.
 */
export function registerWorkspaceDiagnostics(session: Session, diagnostics: Diagnostics): WorkspaceDiagnostics {
  const { connection, settings, client } = session;
  const problems = new WorkspaceProblems(session);
  const waiting = new Set<() => void>();
  let isAskedFor = false;
  let isPulled = false;
  let resting: NodeJS.Timeout | undefined;
  const wake = (): void => {
    for (const resolve of [...waiting]) resolve();
  };
  const untilChanged = (token: CancellationToken): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done);
        resolve();
      };
      waiting.add(done);
      token.onCancellationRequested(done);
    });

  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _workDone, partial) =>
    runSafe('workspace diagnostics', connection.console, token, NOTHING, async () => {
      isPulled = true;
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (; !token.isCancellationRequested; await untilChanged(token)) {
        const isOn = isAskedFor || (await settings.ofWorkspace()).workspaceProblems;
        const answers = isOn ? await problems.all({ proceed: () => !token.isCancellationRequested }) : [];
        const items = reportsOf(answers ?? [], known);
        if (items.length === 0) continue;
        if (partial === undefined) return { items };
        for (let start = 0; start < items.length; start += PART) partial.report({ items: items.slice(start, start + PART) });
        return NOTHING;
      }
      return NOTHING;
    }),
  );

  const check = async (token: CancellationToken, progress: CheckProgress): Promise<CheckWorkspaceResult> => {
    isAskedFor = true;
    const answers = await problems.all(progress);
    wake();
    if (answers === undefined || token.isCancellationRequested) return null;
    const open = await Promise.all(session.documents.all().map(({ uri }) => session.answerFor(uri)));
    if (!client.pull || !isPulled) {
      // Who does not ask is told. An open document has its own way.
      for (const { uri, items } of answers) await connection.sendDiagnostics({ uri, diagnostics: [...items] });
    }
    return countsOf([...answers, ...open.flatMap((answer) => (answer === undefined ? [] : [{ kind: answer.check.kind, items: diagnostics.itemsOf(answer) }]))]);
  };
  connection.onRequest(checkWorkspaceMethod, (params: CheckWorkspaceParams, token: CancellationToken) =>
    runSafe<CheckWorkspaceResult>('check workspace', connection.console, token, null, () => check(token, reporter(session, params.workDoneToken, token))),
  );

  return {
    indexChanged: () => {
      clearTimeout(resting);
      resting = setTimeout(wake, INDEX_DELAY);
    },
    allChanged: () => {
      problems.forget();
      wake();
    },
    dispose: () => {
      clearTimeout(resting);
      wake();
    },
  };
}

const NOTHING: WorkspaceDiagnosticReport = { items: [] };

/** What is new, as against what the client has; of a file that is gone, that nothing is left. */
function reportsOf(answers: readonly FileAnswer[], known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
  const changed = answers.filter(({ uri, resultId, items }) => known.get(uri) !== resultId && (items.length > 0 || known.has(uri)));
  const present = new Set(answers.map(({ uri }) => uri));
  const gone = [...known].filter(([uri, resultId]) => !present.has(uri) && resultId !== GONE).map(([uri]) => uri);
  return [
    ...changed.map(({ uri, resultId, items }): WorkspaceDocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...items] })),
    ...gone.map((uri): WorkspaceDocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: GONE, items: [] })),
  ];
}

/** The result id of a file that is not ours to tell about: deleted, or open in an editor. */
const GONE = 'gone';

/** Tells how far a request is that came with a token for it, and stops it when it was given up. */
export function reporter({ connection }: Session, workDoneToken: string | number | undefined, cancellation: CancellationToken): CheckProgress {
  let last = 0;
  return {
    proceed(done, total) {
      const now = Date.now();
      if (workDoneToken !== undefined && (now - last >= PROGRESS_PAUSE || done === total)) {
        last = now;
        void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', message: `${done} / ${total}`, percentage: Math.round((100 * done) / total) });
      }
      return !cancellation.isCancellationRequested;
    },
  };
}
