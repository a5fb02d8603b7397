import { defineMessages } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { EditResult } from './edit-result.js';
import { unitAt, type Unit } from './table-lines.js';
import { bodyRows, endOfRow, hasConflict, IN_CONFLICT, NOT_A_ROW, rowsTouching, startOfRow } from './table-places.js';

const texts = defineMessages('delete-row', {
  isHeader: 'This is the header of the table, not a row',
});

/**
 * Deletes the rows in `span`, each with its line ending. A row that continues on the next line is deleted as a whole.
 */
export function deleteRows(playbook: Playbook, span: Span): EditResult {
  const touched = rowsTouching(playbook, span);
  const rows = bodyRows(touched);
  const [top] = rows;
  if (touched.length === 0) return NOT_A_ROW;
  if (top === undefined) return { refused: texts.isHeader };
  if (hasConflict(top.table)) return IN_CONFLICT;
  return runsOf(rows.map(({ index }) => unitAt(playbook, top.table, index))).map((run) =>
    deleteRun(playbook, top.table, run),
  );
}

/** Consecutive units, joined. */
function runsOf(units: readonly Unit[]): Unit[] {
  const runs: Unit[] = [];
  for (const { first, last } of units) {
    const run = runs[runs.length - 1];
    if (run !== undefined && first <= run.last + 1) runs[runs.length - 1] = { first: run.first, last };
    else runs.push({ first, last });
  }
  return runs;
}

/** Includes one line ending: the one after the row, or the one before it if the row ends the page. */
function deleteRun({ text }: Playbook, table: PlacedTable, { first, last }: Unit): TextEdit {
  const end = endOfRow(table, last);
  const below = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  const start = below === '' && first > 0 ? endOfRow(table, first - 1) : startOfRow(table, first);
  return { span: { start, end: end + below.length }, newText: '' };
}
