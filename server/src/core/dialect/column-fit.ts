import { isEmptyCell, taskIdIn, type Cell, type Column, type TableSchema } from '../model/tables.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** Whether the cell belongs to its column, word by word. */
export function isClearlyIn(
  cell: Cell | undefined,
  column: Column | undefined,
  schema: TableSchema,
  vocabulary: Vocabulary,
): boolean {
  if (cell === undefined || column?.id === undefined || !fits(cell, column, schema, vocabulary)) return false;
  return !isTermColumn(column.id) || areTerms(cell.text, termSetOf(column.id, vocabulary));
}

/** Whether each cell could belong to its column. */
export function fit(
  cells: readonly Cell[],
  columns: readonly Column[],
  schema: TableSchema,
  vocabulary: Vocabulary,
): boolean {
  return cells.every((cell, index) => fits(cell, columns[index], schema, vocabulary));
}

function fits(cell: Cell, column: Column | undefined, schema: TableSchema, vocabulary: Vocabulary): boolean {
  const isLetter = acceptedLetters(schema, vocabulary).includes(cell.text);
  switch (column?.id) {
    case 'task-id':
      return isTaskId(cell, vocabulary);
    case 'mo':
      return isLetter;
    case 'role':
    case 'services':
      return termSetOf(column.id, vocabulary)
        .split(cell.text)
        .some(({ matches }) => matches.length > 0);
    default:
      return !isEmptyCell(cell) && !isLetter && !isTaskId(cell, vocabulary);
  }
}

/** The columns whose cells are lists of terms. */
type TermColumnId = 'role' | 'services';

export function isTermColumn(id: Column['id']): id is TermColumnId {
  return id === 'role' || id === 'services';
}

/** Whether every part of the text is a known term. */
export function areTerms(text: string, terms: TermSet): boolean {
  return terms.split(text).every(({ matches }) => matches.length > 0);
}

export function termSetOf(column: TermColumnId, { roles, services }: Vocabulary): TermSet {
  return column === 'role' ? roles : services;
}

/** The letters of the header, or those of every language if there are none. */
export function acceptedLetters({ letters }: TableSchema, vocabulary: Vocabulary): readonly string[] {
  if (letters.length > 1) return letters;
  return [...letters, ...Object.values(vocabulary.letters).flatMap(({ mandatory, optional }) => [mandatory, optional])];
}

/** Whether the cell has a task ID, with or without marks around it. */
export function isTaskId(cell: Cell | undefined, { taskId }: Vocabulary): boolean {
  return cell !== undefined && taskId.pattern.test(taskIdIn(cell).value);
}
