import { plainText } from '../parse/table-block.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { RefreshColumnId, TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';
import type { Refusal } from './edit-result.js';
import type { PastedRows } from './pasted-rows.js';

type ColumnId = TaskColumnId | RefreshColumnId;

/** A column that rows are pasted into. */
export interface TargetColumn {
  readonly id: ColumnId | undefined;
  /** What its header says. */
  readonly header: string;
}

export interface MappedRows {
  /** A text for each column of the table. */
  readonly rows: PastedRows;
  /** Headers of columns that the table does not have. */
  readonly leftOut: readonly string[];
}

/** Brings cells into the columns of a table: by the words of their own header in any language, or else by their place. */
export function mapColumns(rows: PastedRows, columns: readonly TargetColumn[], vocabulary: Vocabulary): MappedRows | Refusal {
  const [header = [], ...others] = rows;
  const named = header.map((text) => columnNamed(text, columns, vocabulary));
  if (new Set(named.filter((column) => column !== -1)).size < Math.min(2, columns.length)) return byPlace(rows, columns);
  const leftOut = header.filter((text, index) => named[index] === -1 && others.some((row) => (row[index] ?? '').trim() !== ''));
  return { rows: others.map((row) => columns.map((_, column) => row[named.indexOf(column)] ?? '')), leftOut };
}

/** Index of the column that a header names; -1 for none. */
function columnNamed(text: string, columns: readonly TargetColumn[], vocabulary: Vocabulary): number {
  const said = plainText(text);
  if (said === '') return -1;
  const same = columns.findIndex(({ header }) => plainText(header) === said);
  if (same !== -1) return same;
  const { taskColumns, refreshColumns } = vocabulary;
  const ids = new Set<ColumnId | undefined>([...idsOf(said, taskColumns), ...idsOf(said, refreshColumns), ...(isLetters(said, vocabulary) ? ['mo' as const] : [])]);
  return columns.findIndex(({ id }) => id !== undefined && ids.has(id));
}

/** "M/O", as a spreadsheet names the column of these letters. */
function isLetters(text: string, { letters }: Vocabulary): boolean {
  const said = text.replace(/\s/g, '').toUpperCase();
  return Object.values(letters).some(({ mandatory, optional }) => said === `${mandatory}/${optional}`);
}

function idsOf<Id extends string>(text: string, terms: TermSet<Id>): Id[] {
  return terms.lookup(text).map(({ id }) => id);
}

function byPlace(rows: PastedRows, columns: readonly TargetColumn[]): MappedRows | Refusal {
  const trimmed = rows.map((row) => row.slice(0, row.reduce((last, cell, index) => (cell.trim() === '' ? last : index + 1), 0)));
  const wide = trimmed.findIndex((row) => row.length > columns.length);
  if (wide !== -1) return { refused: `Row ${wide + 1} has ${trimmed[wide]?.length ?? 0} cells, the table has ${columns.length} columns: copy the header along, or fewer columns` };
  return { rows: trimmed.map((row) => columns.map((_, index) => row[index] ?? '')), leftOut: [] };
}
