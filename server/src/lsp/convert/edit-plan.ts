import {
  alignTable,
  compactTable,
  deleteRows,
  escapePipe,
  hasConflict,
  IN_CONFLICT,
  insertRefreshRow,
  insertRow,
  insertStep,
  insertTable,
  isRefusal,
  isTaskExport,
  moveRowsDown,
  moveRowsUp,
  pasteRows,
  rowsFromClipboard,
  setCell,
  sortTasks,
  tableAt,
  tablesTouching,
  toggleMandatory,
  updateDate,
  type PastedRows,
  type Playbook,
  type Refusal,
  type Span,
  type TextEdit,
} from '../../core/index.js';
import { defineMessages, listed, type Message } from '../../messages/index.js';
import { unguarded } from '../../sheets/index.js';
import type { CopiedRows, EditCommand, TableChoice } from '../../protocol/index.js';

const texts = defineMessages('edit-plan', {
  noTable: 'No table here',
  noTaskTable: 'No task table here',
  noTables: 'This page has no tables',
  conflictsNotChanged: "Tables with a merge conflict aren't changed",
  columnsSkipped: {
    text: "Skipped because the table doesn't have these columns: {columns}",
    note: '"columns" is a list of column names in quotation marks. Appears after rows were pasted into a table.',
  },
});

/** The result of a command: the edits, and what the author sees of them. */
export interface Plan {
  readonly edits: readonly TextEdit[];
  readonly selection?: Span;
  readonly note?: Message;
}

/** The result of a command if `span` is selected. */
export function planOf(playbook: Playbook, span: Span, request: EditCommand, today: () => string): Plan | Refusal {
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
      return toPlan(deleteRows(playbook, span));
    case 'toggleMandatory':
      return toPlan(toggleMandatory(playbook, span));
    case 'setCell':
      return toPlan(setCell(playbook, span.start, request.args));
    case 'escapePipe':
      return toPlan(escapePipe(playbook, span));
    case 'updateDate':
      return toPlan(updateDate(playbook, today()));
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

function toPlan(result: readonly TextEdit[] | Refusal): Plan | Refusal {
  return isRefusal(result) ? result : { edits: result };
}

function editTables(
  playbook: Playbook,
  span: Span,
  { all = false }: TableChoice = {},
  edit: typeof alignTable,
): Plan | Refusal {
  const tables = all ? playbook.tables : tablesTouching(playbook, span);
  if (tables.length === 0) return { refused: all ? texts.noTables : texts.noTable };
  const whole = tables.filter((table) => !hasConflict(table));
  if (whole.length === 0) return IN_CONFLICT;
  const edits = whole.flatMap((table) => edit(playbook, table));
  return whole.length === tables.length ? { edits } : { edits, note: texts.conflictsNotChanged };
}

function sortAt(playbook: Playbook, span: Span): Plan | Refusal {
  const table = tableAt(playbook, span.start);
  return table === undefined ? { refused: texts.noTable } : toPlan(sortTasks(playbook, table));
}

function paste(playbook: Playbook, offset: number, copied: CopiedRows): Plan | Refusal {
  if (copied.onlyInTaskTable === true && tableAt(playbook, offset)?.schema.kind !== 'task')
    return { refused: texts.noTaskTable };
  const pasting = pasteRows(playbook, offset, copiedCells(copied));
  if (isRefusal(pasting) || pasting.leftOut.length === 0) return pasting;
  return { ...pasting, note: texts.columnsSkipped({ columns: listed(pasting.leftOut) }) };
}

/** Exported CSV and TSV files have apostrophes that prevent a spreadsheet from running their cells. */
function copiedCells(copied: CopiedRows): PastedRows {
  const rows = rowsFromClipboard(copied);
  const isFile = copied.html === undefined && !/^\s*[|[]/.test(copied.text ?? '') && isTaskExport(rows[0] ?? []);
  return isFile ? rows.map((row) => row.map(unguarded)) : rows;
}
