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
  unevenRows,
  unsortedRows,
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
  alreadySorted: 'The tasks are already sorted by ID',
  rowsNotSorted: {
    text: '{count, plural, one {# row stays in its place because it has no valid ID or its cells are broken} other {# rows stay in their places because they have no valid ID or their cells are broken}}',
    note: 'Appears after the tasks of a table were sorted.',
  },
  alreadyAligned: 'The columns are already aligned',
  alreadyCompact: 'The table is already compact',
  rowsNotFormatted: {
    text: "{count, plural, one {# broken row wasn't changed} other {# broken rows weren't changed}}",
    note: 'Appears after the columns of a table were aligned. The cells of a broken row do not match the columns.',
  },
  newTable: 'The rows are in a new task table, because this place has none',
  columnsSkipped: {
    text: "Skipped because the table doesn't have these columns: {columns}",
    note: '"columns" is a list of column names in quotation marks. Appears after rows were added to a table.',
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
      return editTables(playbook, span, request.args, { edit: alignTable, done: texts.alreadyAligned });
    case 'compactTable':
      return editTables(playbook, span, request.args, { edit: compactTable, done: texts.alreadyCompact });
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
      return withNote(insertRow(playbook, span.start, request.args ?? {}));
    case 'insertTable':
      return insertTable(playbook, span.start, request.args ?? {});
    case 'insertStep':
      return insertStep(playbook, span.start, request.args ?? {});
    case 'addRefreshRow':
      return withNote(insertRefreshRow(playbook, { date: today(), ...request.args }));
    case 'pasteRows':
      return paste(playbook, span.start, request.args);
  }
}

export function toPlan(result: readonly TextEdit[] | Refusal): Plan | Refusal {
  return isRefusal(result) ? result : { edits: result };
}

/** A change of a table's layout, and what to say if there is nothing to change. */
interface TableEdit {
  readonly edit: typeof alignTable;
  readonly done: Message;
}

function editTables(
  playbook: Playbook,
  span: Span,
  { all = false }: TableChoice = {},
  { edit, done }: TableEdit,
): Plan | Refusal {
  const tables = all ? playbook.tables : tablesTouching(playbook, span);
  if (tables.length === 0) return { refused: all ? texts.noTables : texts.noTable };
  const whole = tables.filter((table) => !hasConflict(table));
  if (whole.length === 0) return IN_CONFLICT;
  const edits = whole.flatMap((table) => edit(playbook, table));
  const uneven = whole.reduce((sum, table) => sum + unevenRows(playbook, table), 0);
  if (whole.length < tables.length) return { edits, note: texts.conflictsNotChanged };
  if (uneven > 0) return { edits, note: texts.rowsNotFormatted({ count: uneven }) };
  return edits.length > 0 ? { edits } : { edits, note: done };
}

function sortAt(playbook: Playbook, span: Span): Plan | Refusal {
  const table = tableAt(playbook, span.start);
  if (table === undefined) return { refused: texts.noTable };
  const edits = sortTasks(playbook, table);
  if (isRefusal(edits)) return edits;
  const unsorted = unsortedRows(playbook, table);
  if (unsorted > 0) return { edits, note: texts.rowsNotSorted({ count: unsorted }) };
  return edits.length > 0 ? { edits } : { edits, note: texts.alreadySorted };
}

/** Says which columns the table doesn't have. */
function withNote<Row extends Plan & { readonly leftOut: readonly Message[] }>(row: Row | Refusal): Plan | Refusal {
  if (isRefusal(row) || row.leftOut.length === 0) return row;
  return { ...row, note: texts.columnsSkipped({ columns: listed(row.leftOut) }) };
}

function paste(playbook: Playbook, offset: number, copied: CopiedRows): Plan | Refusal {
  if (copied.onlyInTaskTable === true && tableAt(playbook, offset)?.schema.kind !== 'task')
    return { refused: texts.noTaskTable };
  const pasting = pasteRows(playbook, offset, copiedCells(copied));
  if (isRefusal(pasting)) return pasting;
  return pasting.leftOut.length === 0 && pasting.isNewTable ? { ...pasting, note: texts.newTable } : withNote(pasting);
}

/** Exported CSV and TSV files have apostrophes that prevent a spreadsheet from running their cells. */
function copiedCells(copied: CopiedRows): PastedRows {
  const rows = rowsFromClipboard(copied);
  const isFile = copied.html === undefined && !/^\s*[|[]/.test(copied.text ?? '') && isTaskExport(rows[0] ?? []);
  return isFile ? rows.map((row) => row.map(unguarded)) : rows;
}
