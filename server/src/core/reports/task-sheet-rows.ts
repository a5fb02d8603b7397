import { defineMessages, type Message } from '../../messages/index.js';
import { builtInVocabulary } from '../vocabulary/built-in.js';
import { COLUMN_LABELS, TASK_COLUMN_IDS, taskColumnsNamed } from '../vocabulary/column-names.js';
import { normalized } from '../text/spelling.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { FILE_COLUMN } from './metadata-report.js';
import { comparable, idIn } from './same-text.js';
import type { Sheet, SheetCell } from './sheet.js';
import { unwrapped } from './spreadsheet-damage.js';

const texts = defineMessages('task-sheet-rows', {
  ignoredColumn: 'The sheet has a column that isn\'t part of a task table and is ignored: "{name}"',
  ignoredUnnamedColumn:
    "The sheet has a column that isn't part of a task table and is ignored: column {number}, which has no name",
  noColumn: 'The sheet has no column "{name}"',
  noFile: 'The row has no file in the column "{name}"',
  sameColumns: 'The columns "{one}" and "{other}" are the same. Keep one of them',
});

/** A row of a sheet with a task. */
export interface EditedTask {
  /** The row number in the spreadsheet: the header is 1. */
  readonly row: number;
  readonly file: string;
  /** The number of the task row on the page, from 1; `undefined` if the sheet doesn't have it. */
  readonly number: number | undefined;
  /** Without a link; empty if the sheet has none. */
  readonly id: string;
  /** In the form for comparing names; empty if the sheet has none. */
  readonly name: string;
  /** The contents of the cells, without empty ones, which request nothing. */
  readonly texts: ReadonlyMap<TaskColumnId, string>;
}

export interface EditedTasks {
  readonly tasks: readonly EditedTask[];
  readonly problems: readonly { readonly row: number; readonly message: Message }[];
}

/** The origin of a sheet. */
export interface SheetOrigin {
  /** The page that rows without a file are about. */
  readonly own: string | undefined;
  /** The names of exported columns that are only for information. */
  readonly forInformation: readonly string[];
}

/** The tasks in a sheet, by its column names, which can be those of a task table in any language. */
export function readEditedTasks({ columns, rows }: Sheet, { own, forInformation }: SheetOrigin): EditedTasks {
  const header = readHeader(columns);
  if ('problem' in header) return { tasks: [], problems: [{ row: HEADER_ROW, message: header.problem }] };
  const ignored = ignoredColumns({ name: '', columns, rows }, forInformation).map((message) => ({
    row: HEADER_ROW,
    message,
  }));
  const read = rows
    .map((cells, index) => readRow(cells, HEADER_ROW + 1 + index, header.columnsOf))
    .filter((task) => task !== undefined);
  const placed = read.map((task) => ({ ...task, file: task.file === '' ? (own ?? '') : task.file }));
  if (!header.columnsOf.has('file') && own === undefined)
    return { tasks: [], problems: [{ row: HEADER_ROW, message: texts.noColumn({ name: FILE_COLUMN }) }] };
  const homeless = placed
    .filter(({ file }) => file === '')
    .map(({ row }) => ({ row, message: texts.noFile({ name: FILE_COLUMN }) }));
  return { tasks: placed.filter(({ file }) => file !== ''), problems: [...ignored, ...homeless] };
}

/** The files in the sheet. */
export function filesInTaskSheet({ columns, rows }: Sheet): ReadonlySet<string> {
  const header = readHeader(columns);
  const file = 'problem' in header ? undefined : header.columnsOf.get('file');
  return new Set(file === undefined ? [] : rows.map((cells) => textOf(cells[file])).filter((name) => name !== ''));
}

/** How many columns of the sheet belong to a task table. */
export function taskColumnCount({ columns }: Sheet): number {
  return columns.filter((name) => (TASK_COLUMN_IDS as readonly unknown[]).includes(columnFor(name))).length;
}

type SheetColumn = TaskColumnId | 'file' | 'row';
type ColumnPlaces = ReadonlyMap<SheetColumn, number>;

const HEADER_ROW = 1;

function readHeader(columns: readonly string[]): { readonly columnsOf: ColumnPlaces } | { readonly problem: Message } {
  const columnsOf = new Map<SheetColumn, number>();
  for (const [index, name] of columns.entries()) {
    const column = columnFor(name);
    const other = column && columnsOf.get(column);
    if (other !== undefined) return { problem: texts.sameColumns({ one: columns[other] ?? '', other: name }) };
    if (column !== undefined) columnsOf.set(column, index);
  }
  if (!columnsOf.has('task-id') && !columnsOf.has('row'))
    return { problem: texts.noColumn({ name: COLUMN_LABELS['task-id'] }) };
  return { columnsOf };
}

const OTHER_COLUMNS: ReadonlyMap<string, SheetColumn> = new Map([
  [normalized(FILE_COLUMN), 'file'],
  ['row', 'row'],
]);

function columnFor(name: string): SheetColumn | undefined {
  return OTHER_COLUMNS.get(normalized(name)) ?? taskColumnsNamed(name, builtInVocabulary)[0];
}

/** The columns whose texts are ignored, except those that are for information only. */
function ignoredColumns({ columns, rows }: Sheet, forInformation: readonly string[]): Message[] {
  const informative = new Set(forInformation.map(normalized));
  const isIgnored = (name: string, index: number): boolean =>
    columnFor(name) === undefined &&
    !informative.has(normalized(name)) &&
    rows.some((cells) => textOf(cells[index]) !== '');
  return columns.flatMap((name, index) => (isIgnored(name, index) ? [ignoredColumn(name, index + 1)] : []));
}

function ignoredColumn(name: string, number: number): Message {
  return name.trim() === '' ? texts.ignoredUnnamedColumn({ number }) : texts.ignoredColumn({ name });
}

/** `undefined` for a row without text. */
function readRow(cells: readonly SheetCell[], row: number, columnsOf: ColumnPlaces): EditedTask | undefined {
  if (cells.every((cell) => textOf(cell) === '')) return undefined;
  const text = (column: SheetColumn): string => textOf(cells[columnsOf.get(column) ?? -1]);
  const texts = TASK_COLUMN_IDS.map((id): [TaskColumnId, string] => [id, text(id)]).filter(([, said]) => said !== '');
  const number = Number(text('row'));
  return {
    row,
    file: text('file'),
    number: Number.isInteger(number) && number > 0 ? number : undefined,
    id: idIn(text('task-id')),
    name: comparable(text('task-name')),
    texts: new Map(texts),
  };
}

function textOf(cell: SheetCell | undefined): string {
  return unwrapped(String(cell ?? '').trim());
}
