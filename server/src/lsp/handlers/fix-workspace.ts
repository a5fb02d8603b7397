import { Cancelled, type PageSummary } from '../../core/index.js';
import { fixWorkspaceMethod, type FixedPage, type FixWorkspaceParams, type FixWorkspaceResult } from '../../protocol/index.js';
import { minimalEdits } from '../minimal-edits.js';
import { clientUri } from '../places.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';
import { breathe } from '../workspace-problems.js';
import { reporter } from './workspace-diagnostics.js';

/** Works out what every safe fix would change in the whole workspace. Nothing is written: the client shows it first. */
export function registerFixWorkspace(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest(fixWorkspaceMethod, ({ ruleId, workDoneToken }: FixWorkspaceParams, token) =>
    runSafe<FixWorkspaceResult>('fix workspace', connection.console, token, null, async () => {
      if (!(await workspace.indexed())) return null;
      const progress = reporter(session, workDoneToken, token);
      const pages = [...workspace.index.pages.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      const fixed: FixedPage[] = [];
      for (const [index, page] of pages.entries()) {
        // Others get their turn between two pages.
        await breathe();
        if (!progress.proceed(index, pages.length)) throw new Cancelled();
        const answer = await fixedPage(session, page, ruleId);
        if (answer !== undefined) fixed.push(answer);
      }
      return fixed;
    }),
  );
}

/** `undefined`: nothing is to be fixed there, or we are switched off for it. */
async function fixedPage(session: Session, { path, text, lines }: PageSummary, ruleId: string | undefined): Promise<FixedPage | undefined> {
  const uri = clientUri(session, path);
  if (!(await session.settings.of(uri)).enable) return undefined;
  const version = session.documents.get(uri)?.version ?? null;
  const result = await session.workspace.fix(uri, text, (problem) => ruleId === undefined || problem.ruleId === ruleId);
  const edits = minimalEdits(text, result.text).map(({ span, newText }) => ({ range: session.positions.rangeOf(lines, span), newText, oldText: text.slice(span.start, span.end) }));
  return edits.length === 0 ? undefined : { uri, version, edits, fixed: result.fixed };
}
