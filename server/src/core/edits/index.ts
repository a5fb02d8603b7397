export { alignTable } from './align-table.js';
export { cellWidth } from './cell-width.js';
export { compactTable } from './compact-table.js';
export { unevenRows } from './even-rows.js';
export { deleteRows } from './delete-row.js';
export { isRefusal, type EditResult, type CaretEdits, type CaretResult, type Refusal } from './edit-result.js';
export { escapePipe } from './escape-pipe.js';
export { insertRow } from './insert-row.js';
export { insertStep, type StepTexts } from './insert-step.js';
export { insertTable } from './insert-table.js';
export { moveRowsDown, moveRowsUp } from './move-row.js';
export { newPage, newPageSnippet, type NewPage, type PageKind } from './new-page.js';
export { pasteRows, type Pasting } from './paste-rows.js';
export { rowsOfText } from './delimited-text.js';
export { rowsFromClipboard, type Clipboard, type PastedRows } from './pasted-rows.js';
export { refreshDraft } from './refresh-draft.js';
export { insertRefreshRow, type RefreshTexts } from './refresh-row.js';
export { setCell, type CellText } from './set-cell.js';
export { sortTasks, unsortedRows } from './sort-tasks.js';
export {
  bodyRows,
  hasConflict,
  IN_CONFLICT,
  rowsTouching,
  tableAt,
  tablesTouching,
  type RowPlace,
} from './table-places.js';
export type { TaskTexts } from './task-cells.js';
export { updateDate } from './update-date.js';
export { toggleMandatory, toggleOf, type Toggle } from './toggle-mo.js';
