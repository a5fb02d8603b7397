import type { CancellationToken } from 'vscode-languageserver';
import type { Playbook } from '../../core/index.js';
import {
  planTaskEditMethod,
  type PlanTaskEditParams,
  type PlanTaskEditResult,
  type TaskCellChange,
} from '../../protocol/index.js';
import { fromBase64 } from '../../shared/base64.js';
import { SheetError } from '../../sheets/index.js';
import { planForTasks, type TasksPlan } from '../../workspace/index.js';
import { taskSheetIn } from '../convert/sheet-files.js';
import type { Feature, FeatureContext } from '../feature.js';
import { NOT_CHECKED_TEXTS, whyNotChecked } from '../session/not-checked.js';
import { openPlaybook } from '../session/open-page.js';
import { Outdated } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { answered } from '../session/sheet-answers.js';
import { versionWith } from '../session/text-version.js';

/** Plans the changes of tasks in a file that our client's author edited. */
export const taskEdit: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection, workspace } = session;
  connection.onRequest(planTaskEditMethod, ({ fileName, base64, uri, forInformation }: PlanTaskEditParams, token) =>
    answered(session, 'plan task edit', token, async (): Promise<PlanTaskEditResult> => {
      const sheet = taskSheetIn(fileName, fromBase64(base64));
      const own = uri === null ? undefined : await ownPage(session, uri, token);
      const isCancelled = (): boolean => token.isCancellationRequested;
      const plan = await planForTasks(workspace, sheet, own, { forInformation, isCancelled });
      if (plan === undefined) return null;
      const problems = plan.problems.map(({ row, path, message }) => ({
        row,
        message: session.format(message),
        ...(path !== undefined && { file: path }),
      }));
      return { changes: changesIn(plan, session), problems };
    }),
  );
}

async function ownPage(session: Session, uri: string, token: CancellationToken): Promise<Playbook> {
  const page = await openPlaybook(session, uri, token);
  if (page !== undefined) return page;
  const reason = whyNotChecked(await session.snapshot(uri, token)) ?? 'no-playbook';
  throw new SheetError(NOT_CHECKED_TEXTS[reason]);
}

function changesIn({ changes, pages }: TasksPlan, session: Session): TaskCellChange[] {
  return changes.flatMap(({ path: file, edit: { span, newText }, ...change }) => {
    const page = pages.get(file);
    if (page === undefined) return [];
    const version = versionWith(page.text, page.uri, session);
    if (version === undefined) throw new Outdated();
    const range = session.positions.rangeOf(page.lines, span);
    const place = {
      uri: session.documents.get(page.uri)?.uri ?? page.uri,
      file,
      line: range.start.line,
      range,
      version,
    };
    return [{ ...place, ...change, oldText: page.text.slice(span.start, span.end), newText }];
  });
}
