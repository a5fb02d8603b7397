import type { Cell, Row, Table } from '../../model/tables.js';
import { shift, sliceOf, trimmed } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';

/** `name` as a header cell: bold if all cells of the header are. */
export function asHeaderIn({ cells }: Row, name: string): string {
  return cells.every(({ text }) => /^\*\*.+\*\*$/.test(text)) ? `**${name}**` : name;
}

/** Inserts a column with this header and empty cells before column `index`. A row with an extra cell already has it. */
export function insertColumn(table: Table, index: number, header: string, width: number): TextEdit[] {
  return table.rows.flatMap((row, at) => {
    const isHeader = at === table.header;
    if (row.isConflictMarker || index > row.cells.length || (!isHeader && row.cells.length > width)) return [];
    return [shifted(insertCell(row, index, isHeader ? ` ${header} ` : newCell(row)), table, at)];
  });
}

/** Adds empty columns at the end of the header and delimiter row only: the body rows already have them. */
export function widenHead(table: Table, width: number, wanted: number): TextEdit[] {
  return [table.header, table.delimiter].flatMap((at = -1) => {
    const row = table.rows[at];
    if (row === undefined) return [];
    const { span } = insertCell(row, row.cells.length, newCell(row));
    const newText = (row.closingPipe ? '' : ' |') + `${newCell(row)}|`.repeat(wanted - width);
    return [shifted({ span, newText }, table, at)];
  });
}

/** Deletes column `index` from every row. */
export function deleteColumn(table: Table, index: number): TextEdit[] {
  return table.rows.flatMap((row, at) => {
    const cell = row.isConflictMarker ? undefined : row.cells[index];
    return cell === undefined ? [] : [shifted({ span: cellWithPipe(row, cell), newText: '' }, table, at)];
  });
}

/**
 * Moves column `order[n]` to position `n`. `undefined` if a row has the wrong number of cells, so its columns are
 * unknown.
 */
export function reorderColumns(table: Table, order: readonly number[]): TextEdit[] | undefined {
  const isRegular = table.rows.every(
    (row) => row.leadingPipe && row.cells.length === order.length && !row.isConflictMarker,
  );
  if (!isRegular) return undefined;
  return table.rows.flatMap((row, at) => {
    const moved = order.flatMap((from, to) => (from === to ? [] : [replaceCell(row, to, from)]));
    return moved.flat().map((edit) => shifted(edit, table, at));
  });
}

/** An empty cell, or hyphens in a delimiter row, with the same white space as the other cells. */
function newCell({ delimiter, cells }: Row): string {
  if (delimiter === undefined) return '  ';
  return cells.some(({ outer, span }) => outer.start < span.start) ? ' --- ' : '---';
}

function insertCell(row: Row, index: number, padded: string): TextEdit {
  const next = row.cells[index];
  if (next !== undefined) {
    // In a row without a leading pipe, an empty first cell would look like one.
    const lead = index === 0 && !row.leadingPipe ? '|' : '';
    return { span: { start: next.outer.start, end: next.outer.start }, newText: `${lead}${padded}|` };
  }
  const { end } = trimmed(row.source, { start: 0, end: row.source.length });
  return { span: { start: end, end }, newText: row.closingPipe ? `${padded}|` : ` |${padded}|` };
}

/** The cell and the pipe after it, or before it at the end of a row without a closing pipe. */
function cellWithPipe({ cells, closingPipe }: Row, { outer }: Cell): TextEdit['span'] {
  const isEnd = cells.at(-1)?.outer.end === outer.end && !closingPipe;
  return isEnd ? { start: Math.max(0, outer.start - 1), end: outer.end } : { start: outer.start, end: outer.end + 1 };
}

/** Adds white space at both ends, so that a backslash doesn't escape the next pipe. */
function replaceCell({ cells, source, delimiter }: Row, to: number, from: number): TextEdit[] {
  const [place, other] = [cells[to], cells[from]];
  if (place === undefined || other === undefined) return [];
  if (delimiter !== undefined) return [{ span: place.outer, newText: sliceOf(source, other.outer) }];
  const text = sliceOf(source, other.span);
  return [{ span: place.outer, newText: text === '' ? '  ' : ` ${text} ` }];
}

function shifted({ span, newText }: TextEdit, { rowStarts }: Table, index: number): TextEdit {
  return { span: shift(span, rowStarts[index] ?? 0), newText };
}
