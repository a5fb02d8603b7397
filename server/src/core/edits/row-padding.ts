import { shift } from '../text/span.js';
import { changeBetween } from '../text/text-change.js';
import type { TextEdit } from '../text/text-edit.js';
import type { EvenRow } from './even-rows.js';

/** The number of spaces before and after the content of a cell. */
export interface Padding {
  readonly left: number;
  readonly right: number;
}

/**
 * The edits that add a pipe at both ends of the row and the given number of spaces around the contents of its cells.
 * The contents, the white space before the row and a comment after it don't change. `start`: the offset of the row.
 */
export function padRow(even: EvenRow, paddings: readonly Padding[], start: number): TextEdit[] {
  const { source } = even.row;
  const edits: TextEdit[] = [];
  let from = indentOf(source).length;
  let before = '';
  const fill = (to: number, newText: string): void => {
    const edit = changedIn(source, from, to, newText, start);
    if (edit !== undefined) edits.push(edit);
  };
  for (const [index, content] of even.contents.entries()) {
    const { left, right } = paddings[index] ?? { left: 1, right: 1 };
    if (content.start === content.end) {
      before += `|${' '.repeat(left + right)}`;
      continue;
    }
    fill(content.start, `${before}|${' '.repeat(left)}`);
    from = content.end;
    before = ' '.repeat(right);
  }
  fill(endOfCells(even), `${before}|`);
  return edits;
}

/** The edit that gives the delimiter row these cells; empty if it has them already. */
export function writeDelimiter(even: EvenRow, cells: readonly string[], start: number): TextEdit[] {
  const { source } = even.row;
  const edit = changedIn(source, indentOf(source).length, endOfCells(even), `| ${cells.join(' | ')} |`, start);
  return edit === undefined ? [] : [edit];
}

/** The white space before a row. */
export function indentOf(source: string): string {
  return /^[ \t]*/.exec(source)?.[0] ?? '';
}

/** The position of the closing pipe, present or missing, including trailing white space. A comment can follow it. */
function endOfCells({ row }: EvenRow): number {
  const last = row.cells[row.cells.length - 1];
  const end = (last?.outer.end ?? 0) + (row.closingPipe ? 1 : 0);
  return row.source.slice(end).trim() === '' ? row.source.length : end;
}

function changedIn(source: string, from: number, to: number, newText: string, start: number): TextEdit | undefined {
  const change = changeBetween(source.slice(from, to), newText);
  if (change === undefined) return undefined;
  return {
    span: shift({ start: change.start, end: change.oldEnd }, start + from),
    newText: newText.slice(change.start, change.newEnd),
  };
}
