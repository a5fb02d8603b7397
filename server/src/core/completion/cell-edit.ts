import { cellWidth } from '../edits/cell-width.js';
import type { Row } from '../model/tables.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { CellPlace } from '../features/caret-place.js';

/**
 * The edit that writes `words` over `part` of a cell, or over all of it. It adds spaces where the table has them
 * between pipes and text, and removes them where the cell is wide enough, so that aligned columns stay aligned.
 */
export function cellEdit(
  place: CellPlace,
  text: string,
  offset: number,
  words: string,
  part: Span = place.span,
): TextEdit {
  const span = { start: Math.min(part.start, offset), end: Math.max(part.end, offset) };
  const replaced = text.slice(span.start, span.end);
  const isEmpty = replaced.trim() === '';
  const lead = isEmpty
    ? leadingBlank(place, text, span.start)
    : replaced.slice(0, replaced.length - replaced.trimStart().length);
  const newText = lead + words;
  const blanks = place.outer.end - span.end;
  if (!hasPipeAfter(place, text) || text.slice(span.end, place.outer.end).trim() !== '') return { span, newText };
  if (blanks === 0) return { span, newText: isEmpty && isPadded(place) ? `${newText} ` : newText };
  const grown = cellWidth(newText) - cellWidth(replaced);
  return { span: { start: span.start, end: span.end + Math.max(0, Math.min(grown, blanks - 1)) }, newText };
}

/** `words` with spaces around them, at least `width` wide, the width of the old cell. */
export function cellBetweenPipes(words: string, width: number, place: CellPlace): string {
  const cell = isPadded(place) ? ` ${words} ` : words;
  return cell + ' '.repeat(Math.max(0, width - cellWidth(cell)));
}

function leadingBlank(place: CellPlace, text: string, start: number): string {
  return /[|｜]/.test(text[start - 1] ?? '') && isPadded(place) ? ' ' : '';
}

export function hasPipeAfter({ outer }: CellPlace, text: string): boolean {
  return /[|｜]/.test(text[outer.end] ?? '');
}

/** Whether there are spaces between pipes and text: in the other cells of the row, or in the header. */
export function isPadded({ row, cell, placed: { table } }: CellPlace): boolean {
  return paddingOf(row, cell) ?? paddingOf(table.rows[table.header ?? -1], -1) ?? true;
}

function paddingOf(row: Row | undefined, except: number): boolean | undefined {
  const cell = row?.cells.find(
    ({ text, outer }, index) => index !== except && text !== '' && row.source[outer.start - 1] === '|',
  );
  return cell === undefined ? undefined : cell.span.start > cell.outer.start;
}
