import { FoldingRangeKind, FoldingRangeRequest, type FoldingRange } from 'vscode-languageserver';
import { foldsOf } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import { openPlaybook } from '../session/open-page.js';

/** Folds whole lines, which all clients support. */
export const folding: Feature = {
  capability: () => ({ foldingRangeProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(FoldingRangeRequest.type, ({ textDocument }, token) =>
    runSafe<FoldingRange[] | null>('folding ranges', session, token, null, async () => {
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
