import { safeFix, type PageSummary, type Problem } from '../../core/index.js';
import {
  fixWorkspaceMethod,
  type FixedPage,
  type FixWorkspaceParams,
  type FixWorkspaceResult,
} from '../../protocol/index.js';
import { Cancelled } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { minimalEdits } from '../convert/minimal-edits.js';
import { clientUri } from '../convert/places.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { versionWith } from '../session/text-version.js';
import { reporter, yieldToEventLoop } from '../session/progress.js';

/**
 * Computes the changes of all safe fixes in the whole workspace. Nothing is written: the client shows the changes
 * first.
 */
export const fixWorkspace: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, workspace } = session;
  connection.onRequest(fixWorkspaceMethod, ({ ruleId, workDoneToken }: FixWorkspaceParams, token) =>
    runSafe<FixWorkspaceResult>('fix workspace', session, token, null, async () => {
      if (!(await workspaceIndexed(session, token))) return null;
      const progress = reporter(session, workDoneToken, token);
      const pages = [...workspace.index.pages.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      const fixed: FixedPage[] = [];
      for (const [index, page] of pages.entries()) {
        // Lets other work run between two pages.
        await yieldToEventLoop();
        if (!progress.proceed(index, pages.length)) throw new Cancelled();
        // The current text, because somebody may still be typing.
        const answer = await fixedPage(session, workspace.index.pages.get(page.path) ?? page, ruleId);
        if (answer !== undefined) fixed.push(answer);
      }
      return fixed;
    }),
  );
}

/** `undefined`: there is nothing to fix, or checking is off. */
async function fixedPage(
  session: Session,
  { path, text, lines }: PageSummary,
  ruleId: string | undefined,
): Promise<FixedPage | undefined> {
  const uri = clientUri(session, path);
  if (!(await session.settings.of(uri)).enable) return undefined;
  const rules = new Set<string>();
  const accept = (problem: Problem): boolean => {
    const isAccepted = ruleId === undefined || problem.ruleId === ruleId;
    if (isAccepted && safeFix(problem).length > 0) rules.add(problem.ruleId);
    return isAccepted;
  };
  const result = await session.workspace.fix(uri, text, accept);
  const edits = minimalEdits(text, result.text).map(({ span, newText }) => ({
    range: session.positions.rangeOf(lines, span),
    newText,
    oldText: text.slice(span.start, span.end),
  }));
  // A page that is now ignored or can't be checked any more may be open with a different text than the one that was
  // fixed.
  const version = versionWith(text, uri, session);
  if (edits.length === 0 || version === undefined) return undefined;
  return { uri, version, edits, fixed: result.fixed, rules: [...rules].sort() };
}
