import { defineMessages } from '../../messages/index.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { shapeOf } from '../dialect/row-shape.js';
import type { Playbook } from '../model/playbook.js';
import { columnIndex, isBodyRow, taskIdIn, type Cell } from '../model/tables.js';
import { readRow } from '../parse/row.js';
import { shift, trimmed, type Located, type Span } from '../text/span.js';
import { applyEdits, type TextEdit } from '../text/text-edit.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { cellSource, lineBreakIn } from './cell-text.js';
import { cellWidth } from './cell-width.js';
import type { EditResult, Refusal } from './edit-result.js';
import { joinTerms } from './page-terms.js';
import { layoutOf, writeCell, type ColumnLayout } from './row-layout.js';
import { hasConflict, NOT_A_TASK_ROW, rowAt, type RowPlace } from './table-places.js';
import { asTableLetter } from './task-cells.js';
import { mandatoryLettersOf } from './task-letters.js';

const texts = defineMessages('set-cell', {
  inConflict: 'The table has a merge conflict. Resolve it before you change a cell',
  noColumn: 'The table has no column "{name}"',
  brokenRow: {
    text: 'The row is broken. Fix it in the editor first.',
    note: "The cells of the row in the source of the page don't match the columns.",
  },
  wouldBreakRow: 'This text would break the row. Change "{name}" in the editor',
});

/** What is wrong if a text has no column. `name`: of the column, in the language of the page. */
export function noColumn(name: string): Refusal {
  return { refused: texts.noColumn({ name }) };
}

/** It's unknown which cell of the row is which. */
export const BROKEN_ROW: Refusal = { refused: texts.brokenRow };

/** The new content of a task's cell. */
export interface CellText {
  readonly column: TaskColumnId;
  /**
   * As typed by the author. Several texts for roles and services: each a neutral ID, or a word of any language. For the
   * letter also its word, or `mandatory` and `optional`.
   */
  readonly text: string | readonly string[];
  /** Text that the cell has already isn't changed. */
  readonly onlyIfEmpty?: boolean;
}

/**
 * Changes one cell of the task row at `offset`: its text, and the spaces beside it only as needed to keep the pipes of
 * the column aligned. No edit if the cell has that content already.
 */
export function setCell(playbook: Playbook, offset: number, requested: CellText): EditResult {
  const place = rowAt(playbook, offset);
  if (place === undefined || !isTaskRow(place)) return NOT_A_TASK_ROW;
  if (hasConflict(place.table)) return { refused: texts.inConflict };
  const name = playbook.vocabulary.taskColumns.spelling(requested.column, playbook.language);
  const column = columnIndex(place.table.schema, requested.column);
  if (column === -1) return noColumn(name);
  if (!isInPlace(place, playbook)) return BROKEN_ROW;
  const edit = editOf(place, column, requested, playbook);
  if (edit === undefined) return [];
  if (!changesOnly(column, edit, place)) return { refused: texts.wouldBreakRow({ name }) };
  return [{ span: shift(edit.span, place.start), newText: edit.newText }];
}

function isTaskRow({ table: { table, schema }, index }: RowPlace): boolean {
  return schema.kind === 'task' && isBodyRow(table, index);
}

/** Whether every cell of the row is certainly under its header. The last cell may be missing. */
function isInPlace({ table: { table, schema }, row, index }: RowPlace, { vocabulary }: Playbook): boolean {
  if (
    oddRowsOf(table, schema, vocabulary).some(
      ({ index: at, shape }) => shape.kind === 'split' && (at === index || at + 1 === index),
    )
  )
    return false;
  const shape = shapeOf(row, schema, vocabulary);
  if (shape.kind === 'too-few') return shape.missing === schema.width - 1;
  return (shape.kind === 'whole' || shape.kind === 'blank') && row.cells.length >= schema.width;
}

/** The edit, relative to the start of the row. */
function editOf(place: RowPlace, column: number, requested: CellText, playbook: Playbook): TextEdit | undefined {
  const { row, table } = place;
  const cell = row.cells[column];
  if (requested.onlyIfEmpty === true && (cell?.text ?? '') !== '') return undefined;
  if (requested.text === (cell?.text ?? '')) return undefined;
  const text = sourceOf(requested, place, playbook);
  if (cell === undefined) return text === '' ? undefined : addCell(place, text);
  const content = contentOf(cell, row.source);
  if (text === row.source.slice(content.start, content.end)) return undefined;
  const id = requested.column === 'task-id' ? idInLink(cell, row.source, text) : undefined;
  if (id !== undefined) return id.value === text ? undefined : { span: id.span, newText: text };
  return replaceCell(
    place,
    cell,
    cellIn(place, column, text, layoutOf(table, place.index, playbook.vocabulary).columns[column]),
  );
}

function sourceOf({ column, text }: CellText, { table: { schema } }: RowPlace, playbook: Playbook): string {
  const { roles, services } = playbook.vocabulary;
  const typed = typeof text === 'string' ? text : joinTerms(text, column === 'services' ? services : roles, playbook);
  return cellSource(
    column === 'mo' ? asTableLetter(typed, mandatoryLettersOf(schema, playbook), playbook) : typed,
    lineBreakIn('task'),
  );
}

/**
 * The visible part of the cell. For an empty cell, the position where its text would begin: before a comment, if there
 * is one.
 */
function contentOf({ text, span, outer }: Cell, source: string): Span {
  if (text !== '') return span;
  const { start } = trimmed(source, outer);
  return { start, end: start };
}

/** The ID in a linked cell, if the new text can replace it. */
function idInLink(cell: Cell, source: string, text: string): Located<string> | undefined {
  const id = taskIdIn(cell);
  const isLink = id.value !== cell.text && source.slice(cell.span.start, cell.span.end) === cell.text;
  return isLink && text !== '' && !/[[\]]/.test(text) ? id : undefined;
}

/** A row that only lacks its last cell gets it. */
function addCell({ row }: RowPlace, text: string): TextEdit {
  const end = row.cells[row.cells.length - 1]?.outer.end ?? row.source.length;
  const at = row.closingPipe ? end + 1 : end;
  return { span: { start: at, end: at }, newText: row.closingPipe ? ` ${text} |` : ` | ${withBlank(text)}` };
}

/** A backslash directly before a pipe would escape it. */
function withBlank(text: string): string {
  return text.endsWith('\\') ? `${text} ` : text;
}

/** The cell from pipe to pipe. */
function cellIn({ row }: RowPlace, column: number, text: string, layout: ColumnLayout | undefined): string {
  const cell = row.cells[column];
  if (cell === undefined) return text;
  const { outer } = cell;
  const content = contentOf(cell, row.source);
  const before = row.source.slice(outer.start, content.start);
  const after = row.source.slice(content.end, outer.end);
  const isLast = column === row.cells.length - 1 && !row.closingPipe;
  const isLinedUp = layout?.width !== undefined && cellWidth(row.source.slice(outer.start, outer.end)) >= layout.width;
  // Text before the first pipe or after the last one isn't enclosed by two pipes.
  if (isLast || (column === 0 && !row.leadingPipe)) return atEnd(text, { before, after, isLast });
  if (after.trim() !== '') return `${before === '' && cell.text === '' ? ' ' : before}${text} ${after.trimStart()}`;
  if (layout !== undefined && (isLinedUp || text === '')) return writeCell(layout, text) || ' ';
  if (layout !== undefined && cell.text === '') return writeCell({ ...layout, width: outer.end - outer.start }, text);
  return before + withBlank(text) + (text.endsWith('\\') ? after.slice(1) : after);
}

interface EndCell {
  readonly before: string;
  readonly after: string;
  readonly isLast: boolean;
}

/** A cell without a pipe on one side gets one when it becomes empty; otherwise, it wouldn't be a cell. */
function atEnd(text: string, { before, after, isLast }: EndCell): string {
  if (text !== '') return before + (isLast ? text : withBlank(text)) + after;
  return isLast ? `${before || ' '}|` : `| ${after || ' '}`;
}

/** The smallest edit that changes the cell to `written`: common spaces at the ends stay. */
function replaceCell({ row }: RowPlace, { outer }: Cell, written: string): TextEdit | undefined {
  const old = row.source.slice(outer.start, outer.end);
  if (old === written) return undefined;
  const room = Math.min(old.length, written.length);
  let start = 0;
  while (start < room && isBlank(old[start]) && old[start] === written[start]) start++;
  let rest = 0;
  while (
    rest < room - start &&
    isBlank(old[old.length - 1 - rest]) &&
    old[old.length - 1 - rest] === written[written.length - 1 - rest]
  )
    rest++;
  return {
    span: { start: outer.start + start, end: outer.end - rest },
    newText: written.slice(start, written.length - rest),
  };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** Whether the row stays a row, and its other cells keep their content. A typed comment could span pipes. */
function changesOnly(column: number, edit: TextEdit, { table: { table, schema }, row }: RowPlace): boolean {
  const after = readRow(applyEdits(row.source, [edit]), table.header === undefined ? 0 : schema.width);
  if (
    after.delimiter !== undefined ||
    after.isConflictMarker ||
    after.fullWidthPipes.length !== row.fullWidthPipes.length
  )
    return false;
  if (after.cells.length !== Math.max(row.cells.length, column + 1)) return false;
  return after.cells.every(({ text }, index) => index === column || text === row.cells[index]?.text);
}
