import { FoldingRangeKind, FoldingRangeRequest, type FoldingRange } from 'vscode-languageserver';
import { foldsOf } from '../../core/index.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { openPlaybook } from '../session/open-page.js';

/** Folds whole lines, which all clients support. */
export function registerFolding(session: Session): void {
  session.connection.onRequest(FoldingRangeRequest.type, ({ textDocument }, token) =>
    runSafe<FoldingRange[] | null>('folding ranges', session.connection.console, token, null, async () => {
      const playbook = await openPlaybook(session, textDocument.uri, token);
      if (playbook === undefined) return null;
      return foldsOf(playbook).map(({ kind, span }) => ({
        startLine: playbook.lines.lineAt(span.start),
        endLine: playbook.lines.lineAt(Math.max(span.start, span.end - 1)),
        ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      }));
    }),
  );
}
