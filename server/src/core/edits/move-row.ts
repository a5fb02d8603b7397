import { defineMessages } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type PlacedTable } from '../model/tables.js';
import { shift, type Span } from '../text/span.js';
import { isRefusal, type CaretResult, type Refusal } from './edit-result.js';
import { unitAt } from './table-lines.js';
import { bodyRows, endOfRow, hasConflict, NOT_A_ROW, rowsTouching, startOfRow } from './table-places.js';

const texts = defineMessages('move-row', {
  noRowAbove: 'There is no row above',
  noRowBelow: 'There is no row below',
  isHeader: "The header of a table can't be moved",
  inConflict: 'The table has a merge conflict. Resolve it before you move a row',
});

/**
 * Moves the rows in `span` up by one, with the selection: the edits move the previous row to after them. A row that
 * continues on the next line moves as a whole.
 */
export function moveRowsUp(playbook: Playbook, span: Span): CaretResult {
  const rows = movableRows(playbook, span);
  if (isRefusal(rows)) return rows;
  const { table, first, last } = rows;
  if (!isBodyRow(table.table, first - 1)) return { refused: texts.noRowAbove };
  const above = unitAt(playbook, table, first - 1).first;
  const [start, end] = [startOfRow(table, above), startOfRow(table, first)];
  const text = playbook.text.slice(start, endOfRow(table, first - 1));
  const gap = playbook.text.slice(endOfRow(table, first - 1), end);
  const to = endOfRow(table, last);
  const edits = [
    { span: { start, end }, newText: '' },
    { span: { start: to, end: to }, newText: gap + text },
  ];
  return { edits, selection: shift(withinRows(rows, span), start - end) };
}

/** Moves the rows in `span` down by one. */
export function moveRowsDown(playbook: Playbook, span: Span): CaretResult {
  const rows = movableRows(playbook, span);
  if (isRefusal(rows)) return rows;
  const { table, first, last } = rows;
  if (!isBodyRow(table.table, last + 1)) return { refused: texts.noRowBelow };
  const below = unitAt(playbook, table, last + 1).last;
  const [start, end] = [endOfRow(table, last), endOfRow(table, below)];
  const text = playbook.text.slice(startOfRow(table, last + 1), end);
  const gap = playbook.text.slice(start, startOfRow(table, last + 1));
  const to = startOfRow(table, first);
  const edits = [
    { span: { start: to, end: to }, newText: text + gap },
    { span: { start, end }, newText: '' },
  ];
  return { edits, selection: shift(withinRows(rows, span), end - start) };
}

interface Rows {
  readonly table: PlacedTable;
  readonly first: number;
  readonly last: number;
}

function movableRows(playbook: Playbook, span: Span): Rows | Refusal {
  const touched = rowsTouching(playbook, span);
  const rows = bodyRows(touched);
  const [top] = rows;
  const bottom = rows[rows.length - 1];
  if (touched.length === 0) return NOT_A_ROW;
  if (top === undefined || bottom === undefined) return { refused: texts.isHeader };
  const { table } = top;
  if (hasConflict(table)) return { refused: texts.inConflict };
  const [first, last] = [unitAt(playbook, table, top.index).first, unitAt(playbook, table, bottom.index).last];
  return { table, first, last };
}

/** The part of a selection within the rows that move. */
function withinRows({ table, first, last }: Rows, span: Span): Span {
  const [top, bottom] = [startOfRow(table, first), endOfRow(table, last)];
  return { start: Math.max(top, span.start), end: Math.min(bottom, span.end) };
}
