import type { CancellationToken } from 'vscode-languageserver';
import { applyEdits, taskPreview, type Playbook, type Refusal, type RowProblem } from '../../core/index.js';
import type { Message } from '../../messages/index.js';
import {
  editMethod,
  tryEditMethod,
  type EditAnswer,
  type EditParams,
  type RefusedEdit,
  type TryEditResult,
} from '../../protocol/index.js';
import type { CheckResult } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import type { Plan } from '../convert/edit-plan.js';
import { editablePage, plannedEdit, toPlannedEdits, type PlannedEdit } from '../convert/planned-edit.js';
import { FAILED, runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { toProblem } from '../convert/to-preview.js';

/**
 * Computes the edits of our client's commands, and the problems that they would cause. `today`: the date, `YYYY-MM-DD`.
 */
export const editCommands: Feature = { register };

function register({ session, today }: FeatureContext): void {
  const { connection, workspace } = session;
  const failed = toRefusal(FAILED, session);
  connection.onRequest(editMethod, (params: EditParams, token) =>
    runSafe<EditAnswer>('edit', session, token, failed, async () => {
      const found = await planEdit(session, params, today, token);
      if ('refused' in found) return toRefusal(found.refused, session);
      return toPlannedEdits(found.plan, found.playbook, session);
    }),
  );
  connection.onRequest(tryEditMethod, (params: EditParams, token) =>
    runSafe<TryEditResult>('try edit', session, token, failed, async () => {
      const found = await planEdit(session, params, today, token);
      if ('refused' in found) return toRefusal(found.refused, session);
      const { playbook, span, plan } = found;
      const after = await workspace.recheck({ playbook }, applyEdits(playbook.text, plan.edits));
      return {
        problems: problemsAt(after, offsetAfter(span.start, plan)).map((problem) => toProblem(problem, session.format)),
      };
    }),
  );
}

function toRefusal(refused: Message, { format }: Session): RefusedEdit {
  return { refused: format(refused) };
}

async function planEdit(
  session: Session,
  params: EditParams,
  today: () => string,
  token: CancellationToken,
): Promise<(PlannedEdit & { readonly playbook: Playbook }) | Refusal> {
  const page = await editablePage(session, params, token);
  if ('refused' in page) return page;
  const planned = plannedEdit(session, page, params.range, params, today);
  return 'refused' in planned ? planned : { ...planned, playbook: page.playbook };
}

/** The position of `offset` after the edits; for replaced text, the start of its replacement. */
function offsetAfter(offset: number, { edits }: Plan): number {
  return edits.reduce(
    (moved, { span, newText }) =>
      moved + (span.end <= offset && span.start < offset ? newText.length - (span.end - span.start) : 0),
    offset,
  );
}

/** The problems of the task row on the line of `offset`. */
function problemsAt(check: CheckResult | undefined, offset: number): readonly RowProblem[] {
  const playbook = check?.playbook;
  if (check === undefined || playbook === undefined) return [];
  const { start } = playbook.lines.lineSpan(playbook.lines.lineAt(offset));
  return taskPreview(playbook, check.problems).rows.find((row) => row.start === start)?.problems ?? [];
}
