import { moLettersOf } from '../dialect/mo-letters.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import type { CellPlace } from '../features/caret-place.js';
import { cellBetweenPipes, cellEdit, hasPipeAfter } from './cell-edit.js';
import type { Completion } from './completion.js';
import { taskNameSource, type KnownTask } from './known-tasks.js';

/** The edit that writes the ID of a task, and the empty or missing cells after it. Existing text isn't changed. */
export function taskRowEdit(
  place: CellPlace,
  task: KnownTask,
  page: ReadingContext,
  text: string,
  offset: number,
): Pick<Completion, 'edit' | 'snippet'> {
  const id = cellEdit(place, text, offset, task.id);
  const rest = restOfRow(place, task, page);
  if (!rest.some((cell) => 'words' in cell && cell.words !== '') || !isInColumns(place, page)) return { edit: id };
  const blank = hasPipeAfter(place, text)
    ? text.slice(id.span.end, place.outer.end)
    : cellBetweenPipes('', 0, place).slice(1);
  // After the last column, there can be more cells, whose pipe exists.
  const close = place.row.cells.length > place.placed.schema.width ? '' : '|';
  const edit = {
    span: { start: id.span.start, end: endOfRow(place, offset) },
    newText: `${id.newText}${blank}|${rest.map((cell) => sourceOf(cell, place)).join('|')}${close}`,
  };
  return rest.some(isOpen)
    ? { edit, snippet: `${escapedSnippet(id.newText + blank)}|${withStops(rest, place).join('|')}${close}$0` }
    : { edit };
}

/**
 * Whether the cells after the ID match their columns: in a row that lost a pipe, it's unknown which cell is missing.
 */
function isInColumns({ row, cell: own, placed: { schema } }: CellPlace, page: ReadingContext): boolean {
  if (row.fullWidthPipes.length > 0) return false;
  const letters = moLettersOf(schema, page);
  return row.cells.slice(own + 1, schema.width).every(({ text }, index) => {
    const column = schema.columns[own + 1 + index]?.id;
    if (text === '' || (column !== 'mo' && column !== 'role' && column !== 'services')) return true;
    if (column === 'mo') return letters.includes(text);
    return page.vocabulary[column === 'role' ? 'roles' : 'services']
      .split(text)
      .some(({ matches }) => matches.length > 0);
  });
}

/** A cell after the ID: the author's text, or ours. */
type RestCell =
  { readonly source: string } | { readonly words: string; readonly isSure: boolean; readonly width: number };

function restOfRow(place: CellPlace, task: KnownTask, page: ReadingContext): RestCell[] {
  const { row, cell: own, placed } = place;
  const { columns, width } = placed.schema;
  return columns.slice(own + 1, width).map(({ id }, index) => {
    const outer = row.cells[own + 1 + index]?.outer;
    const source = outer === undefined ? '' : row.source.slice(outer.start, outer.end);
    if (source.trim() !== '') return { source };
    return {
      words: wordsFor(id as TaskColumnId | undefined, task, place, page),
      isSure: id !== 'task-name' || task.isNameTranslated,
      width: source.length,
    };
  });
}

/** Whether text is missing: the cell is empty, or its words are in another language. */
function isOpen(cell: RestCell): boolean {
  return 'words' in cell && (cell.words === '' || !cell.isSure);
}

function sourceOf(cell: RestCell, place: CellPlace): string {
  return 'source' in cell ? cell.source : cellBetweenPipes(cell.words, cell.width, place);
}

function wordsFor(
  column: TaskColumnId | undefined,
  task: KnownTask,
  { placed }: CellPlace,
  page: ReadingContext,
): string {
  switch (column) {
    case 'task-name':
      return taskNameSource(task);
    case 'mo': {
      const [mandatory = '', optional = ''] = moLettersOf(placed.schema, page);
      return task.obligation === undefined ? '' : task.obligation === 'mandatory' ? mandatory : optional;
    }
    case 'role':
      return task.role ?? '';
    case 'services':
      return task.services ?? '';
    default:
      return '';
  }
}

/** After the closing pipe, or at the end of the line; a comment after the row stays. */
function endOfRow({ row, start, placed: { schema } }: CellPlace, offset: number): number {
  const last = row.cells[Math.min(row.cells.length, schema.width) - 1];
  const end = last?.outer.end ?? 0;
  const closed = row.cells.length <= schema.width && row.closingPipe;
  return Math.max(offset, start + end + (closed ? 1 : 0));
}

/** The cells, with a tab stop in each incomplete one. */
function withStops(rest: readonly RestCell[], place: CellPlace): string[] {
  let stop = 0;
  return rest.map((cell) => {
    const source = sourceOf(cell, place);
    if ('source' in cell || !isOpen(cell)) return escapedSnippet(source);
    stop++;
    return cell.words === ''
      ? cellBetweenPipes(`$${stop}`, 0, place)
      : source.replace(cell.words, () => `\${${stop}:${escapedSnippet(cell.words)}}`);
  });
}

function escapedSnippet(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}
