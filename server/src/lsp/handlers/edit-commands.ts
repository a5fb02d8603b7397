import type { CancellationToken } from 'vscode-languageserver';
import {
  applyEdits,
  LineMap,
  taskPreview,
  withMarkedName,
  type Playbook,
  type Refusal,
  type RowProblem,
  type Span,
} from '../../core/index.js';
import type { Message } from '../../messages/index.js';
import {
  editMethod,
  tryEditMethod,
  type EditAnswer,
  type EditParams,
  type RefusedEdit,
  type TryEditResult,
} from '../../protocol/index.js';
import { filePathOf, type CheckResult } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { planOf, type Plan } from '../convert/edit-plan.js';
import { NOT_CHECKED_TEXTS, whyNotChecked } from '../session/not-checked.js';
import { FAILED, PAGE_CHANGED, runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { toTextEdits } from '../convert/to-lsp.js';
import { toProblem } from '../convert/to-preview.js';

/**
 * Computes the edits of our client's commands, and the problems that they would cause. `today`: the date, `YYYY-MM-DD`.
 */
export const editCommands: Feature = { register };

function register({ session, today }: FeatureContext): void {
  const { connection, positions, workspace } = session;
  const failed = toRefusal(FAILED, session);
  connection.onRequest(editMethod, (params: EditParams, token) =>
    runSafe<EditAnswer>('edit', session, token, failed, async () => {
      const found = await planEdit(session, params, today, token);
      if ('refused' in found) return toRefusal(found.refused, session);
      const { playbook, plan } = found;
      const { edits, selection, note } = plan;
      return {
        edits: toTextEdits(edits, playbook.lines, positions),
        ...(selection !== undefined && {
          selection: positions.rangeOf(LineMap.of(applyEdits(playbook.text, edits)), selection),
        }),
        ...(note !== undefined && { note: session.format(note) }),
      };
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

interface PlannedEdit {
  readonly playbook: Playbook;
  /** The selection. */
  readonly span: Span;
  readonly plan: Plan;
}

async function planEdit(
  session: Session,
  params: EditParams,
  today: () => string,
  token: CancellationToken,
): Promise<PlannedEdit | Refusal> {
  const snapshot = await session.snapshot(params.uri, token);
  const playbook = snapshot?.playbook;
  const reason = whyNotChecked(snapshot);
  if (snapshot === undefined || playbook === undefined || reason !== undefined)
    return { refused: NOT_CHECKED_TEXTS[reason ?? 'no-playbook'] };
  if (snapshot.version !== params.version) return { refused: PAGE_CHANGED };
  const span = session.positions.spanOf(playbook.lines, params.range);
  const plan = planOf(playbook, span, withMarks(params, playbook, session), today);
  return 'refused' in plan ? plan : { playbook, span, plan };
}

/** The command, with a mark after the name of a new task if it's in another language than the page. */
function withMarks(params: EditParams, playbook: Playbook, { workspace }: Session): EditParams {
  if ((params.command !== 'insertRow' && params.command !== 'insertTable') || params.args === undefined) return params;
  const around = { index: workspace.index, path: filePathOf(params.uri) };
  return { ...params, args: withMarkedName(params.args, playbook, around) };
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
