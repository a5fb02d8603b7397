import { outOfOrder } from '../text/sequence.js';
import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import type { TextEdit } from '../text/text-edit.js';
import { lineEndOfTable } from './table-lines.js';
import { endOfRow, startOfRow } from './table-places.js';

/**
 * The edits that reorder lines of a table: `order[n]` is the line that should be at `first + n`. They move as few lines
 * as possible, so that the caret and folds of the other lines stay. There must be no blank line between the lines.
 */
export function reorder(playbook: Playbook, table: PlacedTable, first: number, order: readonly number[]): TextEdit[] {
  const moved = new Set(outOfOrder(order).map((at) => order[at]));
  const kept = order.filter((line) => !moved.has(line));
  const eol = lineEndOfTable(playbook, table);
  const edits: TextEdit[] = [];
  let at = 0;
  let from = first;
  for (const line of kept) {
    const incoming = linesUpTo(order, at, line);
    at += incoming.length + 1;
    edits.push({
      span: { start: startOfRow(table, from), end: startOfRow(table, line) },
      newText: incoming.map((row) => sourceOf(table, row) + eol).join(''),
    });
    from = line + 1;
  }
  const rest = order.slice(at);
  const end = { start: endOfRow(table, from - 1), end: endOfRow(table, first + order.length - 1) };
  edits.push({ span: end, newText: rest.map((row) => eol + sourceOf(table, row)).join('') });
  return edits.filter(({ span, newText }) => playbook.text.slice(span.start, span.end) !== newText);
}

/** The part of `order` from `at`, up to `line`. */
function linesUpTo(order: readonly number[], at: number, line: number): readonly number[] {
  return order.slice(at, order.indexOf(line, at));
}

function sourceOf({ table }: PlacedTable, line: number): string {
  return table.rows[line]?.source ?? '';
}
