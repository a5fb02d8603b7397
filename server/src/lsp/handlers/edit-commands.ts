import {
  alignTable,
  applyEdits,
  compactTable,
  deleteRows,
  escapePipe,
  insertRefreshRow,
  insertRow,
  insertStep,
  insertTable,
  isRefusal,
  LineMap,
  moveRowsDown,
  moveRowsUp,
  pasteRows,
  rowsFromClipboard,
  sortTasks,
  tableAt,
  tablesTouching,
  toggleMandatory,
  updateDate,
  type Playbook,
  type Refusal,
  type Span,
  type TextEdit,
} from '../../core/index.js';
import { editMethod, type CopiedRows, type EditAnswer, type EditCommand, type EditParams, type TableChoice } from '../../protocol/index.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';
import { toTextEdits } from '../to-lsp.js';

/** Works out what the commands of our client change. `today`: the day, `YYYY-MM-DD`. */
export function registerEditCommands(session: Session, today: () => string): void {
  const failed: EditAnswer = { refused: 'Something is wrong with the extension; its log says more' };
  session.connection.onRequest(editMethod, (params: EditParams, token) =>
    runSafe<EditAnswer>('edit', session.connection.console, token, failed, async () => {
      const answer = await session.answerFor(params.uri, () => token.isCancellationRequested);
      const playbook = answer?.check.playbook;
      if (answer?.enabled !== true || playbook === undefined) return { refused: 'This page is not a playbook' };
      if (answer.version !== params.version) return { refused: 'The page has changed meanwhile: try again' };
      return toAnswer(session, playbook, planOf(playbook, session.positions.spanOf(playbook.lines, params.range), params, today));
    }),
  );
}

interface Plan {
  readonly edits: readonly TextEdit[];
  readonly selection?: Span;
  readonly note?: string;
}

function planOf(playbook: Playbook, span: Span, request: EditCommand, today: () => string): Plan | Refusal {
  switch (request.command) {
    case 'alignTable':
      return editTables(playbook, span, request.args, alignTable);
    case 'compactTable':
      return editTables(playbook, span, request.args, compactTable);
    case 'sortTasks':
      return sortAt(playbook, span);
    case 'moveRowUp':
      return moveRowsUp(playbook, span);
    case 'moveRowDown':
      return moveRowsDown(playbook, span);
    case 'deleteRow':
      return planned(deleteRows(playbook, span));
    case 'toggleMandatory':
      return planned(toggleMandatory(playbook, span));
    case 'escapePipe':
      return planned(escapePipe(playbook, span));
    case 'updateDate':
      return planned(updateDate(playbook, today()));
    case 'insertRow':
      return insertRow(playbook, span.start, request.args ?? {});
    case 'insertTable':
      return insertTable(playbook, span.start, request.args ?? {});
    case 'insertStep':
      return insertStep(playbook, span.start, request.args ?? {});
    case 'addRefreshRow':
      return insertRefreshRow(playbook, { date: today(), ...request.args });
    case 'pasteRows':
      return paste(playbook, span.start, request.args);
  }
}

function planned(result: readonly TextEdit[] | Refusal): Plan | Refusal {
  return isRefusal(result) ? result : { edits: result };
}

function editTables(playbook: Playbook, span: Span, { all = false }: TableChoice = {}, edit: typeof alignTable): Plan | Refusal {
  const tables = all ? playbook.tables : tablesTouching(playbook, span);
  if (tables.length === 0) return { refused: all ? 'The page has no table' : 'There is no table here' };
  return { edits: tables.flatMap((table) => edit(playbook, table)) };
}

function sortAt(playbook: Playbook, span: Span): Plan | Refusal {
  const table = tableAt(playbook, span.start);
  return table === undefined ? { refused: 'There is no table here' } : planned(sortTasks(playbook, table));
}

function paste(playbook: Playbook, offset: number, copied: CopiedRows): Plan | Refusal {
  const pasting = pasteRows(playbook, offset, rowsFromClipboard(copied));
  if (isRefusal(pasting) || pasting.leftOut.length === 0) return pasting;
  const names = pasting.leftOut.map((header) => `"${header}"`).join(', ');
  return { ...pasting, note: `Left out, since the table has no such column: ${names}` };
}

function toAnswer({ positions }: Session, { text, lines }: Playbook, plan: Plan | Refusal): EditAnswer {
  if (isRefusal(plan)) return { refused: plan.refused };
  const { edits, selection, note } = plan;
  return {
    edits: toTextEdits(edits, lines, positions),
    ...(selection !== undefined && { selection: positions.rangeOf(LineMap.of(applyEdits(text, edits)), selection) }),
    ...(note !== undefined && { note }),
  };
}
