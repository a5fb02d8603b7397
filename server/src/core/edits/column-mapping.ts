import { defineMessages, quoted, type Message } from '../../messages/index.js';
import { headerName } from '../parse/table-block.js';
import { taskColumnsNamed } from '../vocabulary/column-names.js';
import type { RefreshColumnId, TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';
import type { Refusal } from './edit-result.js';
import type { PastedRows } from './pasted-rows.js';

const texts = defineMessages('column-mapping', {
  unnamed: { text: 'column {number}', note: 'A copied column without a header, in a list of columns.' },
  tooWide:
    'Row {row} has {cells, plural, one {# cell} other {# cells}}, the table has {columns, plural, one {# column} other {# columns}}. Copy the header too, or fewer columns',
});

type ColumnId = TaskColumnId | RefreshColumnId;

/** The target column of pasted cells. */
export interface TargetColumn {
  readonly id: ColumnId | undefined;
  /** The text of its header. */
  readonly header: string;
}

export interface MappedRows {
  /** One text per column of the table. */
  readonly rows: PastedRows;
  /** The copied columns that match no column of the table: `"State"`, or `column 3` if a column has no header. */
  readonly leftOut: readonly Message[];
}

/** Assigns cells to the columns of a table: by the words of their own header in any language, otherwise by position. */
export function mapColumns(
  rows: PastedRows,
  columns: readonly TargetColumn[],
  vocabulary: Vocabulary,
): MappedRows | Refusal {
  const [header = [], ...others] = rows;
  const named = header.map((text) => columnNamed(text, columns, vocabulary));
  if (new Set(named.filter((column) => column !== -1)).size < Math.min(2, columns.length))
    return byPlace(rows, columns);
  const width = others.reduce((widest, row) => Math.max(widest, row.length), header.length);
  const leftOut = Array.from({ length: width }, (_, index) => index)
    .filter((index) => !isTaken(index, named) && others.some((row) => (row[index] ?? '').trim() !== ''))
    .map((index) => nameOf(header[index]?.trim() ?? '', index));
  return { rows: others.map((row) => columns.map((_, column) => row[named.indexOf(column)] ?? '')), leftOut };
}

function nameOf(header: string, index: number): Message {
  return header === '' ? texts.unnamed({ number: index + 1 }) : quoted(header);
}

/** If two columns have the same name, the first is used. */
function isTaken(index: number, named: readonly number[]): boolean {
  const column = named[index] ?? -1;
  return column !== -1 && named.indexOf(column) === index;
}

/** The index of the column that a header names; -1 if there is none. */
function columnNamed(text: string, columns: readonly TargetColumn[], vocabulary: Vocabulary): number {
  const said = headerName(text);
  if (said === '') return -1;
  const same = columns.findIndex(({ header }) => headerName(header) === said);
  if (same !== -1) return same;
  const ids = new Set<ColumnId | undefined>([
    ...taskColumnsNamed(said, vocabulary),
    ...vocabulary.refreshColumns.lookup(said).map(({ id }) => id),
  ]);
  return columns.findIndex(({ id }) => id !== undefined && ids.has(id));
}

function byPlace(rows: PastedRows, columns: readonly TargetColumn[]): MappedRows | Refusal {
  const trimmed = rows.map((row) =>
    row.slice(
      0,
      row.reduce((last, cell, index) => (cell.trim() === '' ? last : index + 1), 0),
    ),
  );
  const wide = trimmed.findIndex((row) => row.length > columns.length);
  if (wide !== -1) {
    const cells = trimmed[wide]?.length ?? 0;
    return { refused: texts.tooWide({ row: wide + 1, cells, columns: columns.length }) };
  }
  return { rows: trimmed.map((row) => columns.map((_, index) => row[index] ?? '')), leftOut: [] };
}
