import type { CancellationToken, Range, TextEdit } from 'vscode-languageserver';
import {
  applyEdits,
  fillRow,
  LineMap,
  withMarkedName,
  type Playbook,
  type Refusal,
  type Span,
} from '../../core/index.js';
import type { EditCommand, PlannedEdits } from '../../protocol/index.js';
import { filePathOf, type AnyUri } from '../../workspace/index.js';
import { NOT_CHECKED_TEXTS, whyNotChecked } from '../session/not-checked.js';
import { PAGE_CHANGED } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { planOf, toPlan, type Plan } from './edit-plan.js';
import { toTextEdits } from './to-lsp.js';

/** An open playbook that a command can change. */
export interface EditablePage {
  /** The URI in the client's spelling. */
  readonly uri: string;
  readonly version: number;
  readonly playbook: Playbook;
}

/** `version`: of the text that the author sees; `undefined` for the current text. */
export async function editablePage(
  session: Session,
  { uri, version }: { readonly uri: AnyUri; readonly version: number | undefined },
  token: CancellationToken,
): Promise<EditablePage | Refusal> {
  const snapshot = await session.snapshot(uri, token);
  const playbook = snapshot?.playbook;
  const reason = whyNotChecked(snapshot);
  if (snapshot === undefined || playbook === undefined || reason !== undefined)
    return { refused: NOT_CHECKED_TEXTS[reason ?? 'no-playbook'] };
  if (version !== undefined && snapshot.version !== version) return { refused: PAGE_CHANGED };
  return { uri: snapshot.clientUri, version: snapshot.version, playbook };
}

export interface PlannedEdit {
  /** The selection. */
  readonly span: Span;
  readonly plan: Plan;
}

/** What a command changes if `range` is selected. */
export function plannedEdit(
  session: Session,
  { uri, playbook }: EditablePage,
  range: Range,
  command: EditCommand,
  today: () => string,
): PlannedEdit | Refusal {
  const span = session.positions.spanOf(playbook.lines, range);
  const around = { index: session.workspace.index, path: filePathOf(uri) };
  const plan =
    command.command === 'setCell' && command.args.fillsRow === true
      ? toPlan(fillRow(playbook, span.start, String(command.args.text), around))
      : planOf(playbook, span, withMarks(command, playbook, around), today);
  return 'refused' in plan ? plan : { span, plan };
}

/** The plan as the client understands it. */
export function toPlannedEdits(
  { edits, selection, note }: Plan,
  { text, lines }: Playbook,
  { positions, format }: Session,
): PlannedEdits & { readonly edits: TextEdit[] } {
  return {
    edits: toTextEdits(edits, lines, positions),
    ...(selection !== undefined && {
      selection: positions.rangeOf(LineMap.of(applyEdits(text, edits)), selection),
    }),
    ...(note !== undefined && { note: format(note) }),
  };
}

/** The command, with a mark after the name of a new task if it's in another language than the page. */
function withMarks(
  command: EditCommand,
  playbook: Playbook,
  around: Parameters<typeof withMarkedName>[2],
): EditCommand {
  if ((command.command !== 'insertRow' && command.command !== 'insertTable') || command.args === undefined)
    return command;
  return { ...command, args: withMarkedName(command.args, playbook, around) };
}
