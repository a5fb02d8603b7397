import { mandatoryLettersOf } from '../edits/task-letters.js';
import type { Problem } from '../lint/rule.js';
import type { Playbook } from '../model/playbook.js';
import { bodyRowsOf, type PlacedTable } from '../model/tables.js';
import { readingContextOf, type ReadingContext } from '../dialect/reading-context.js';
import type { MandatoryLetters, TaskColumnId } from '../vocabulary/vocabulary.js';
import { problemsByLine, rowProblems, type RowProblem } from './row-problems.js';
import { aroundTable, type TableAround } from './table-around.js';
import { shownRow, taskColumn, type ShownRow } from './task-row.js';

/** The tasks of a page as the task preview shows them. Offsets count in the file unless stated otherwise. */
export interface TaskPreview {
  /** Every task table, with or without rows, in source order. Rows after a blank line count as a table too. */
  readonly tables: readonly PreviewTable[];
  /** The body rows of all tables, in source order. */
  readonly rows: readonly PreviewRow[];
}

export interface PreviewTable extends TableAround {
  /** The offset of the header, or of the first row if there is none. */
  readonly start: number;
  readonly columns: readonly TaskColumnId[];
  readonly letters: MandatoryLetters;
}

export interface PreviewRow {
  /** The index in `tables`. */
  readonly table: number;
  /** The offset of the line. */
  readonly start: number;
  /** The source of the line. */
  readonly source: string;
  readonly shown: ShownRow;
  readonly problems: readonly RowProblem[];
}

/** `problems`: the problems of the page. */
export function taskPreview(playbook: Playbook, problems: readonly Problem[]): TaskPreview {
  const page = readingContextOf(playbook);
  const tables = playbook.tables.filter(({ schema }) => schema.kind === 'task');
  const problemsIn = problemsByLine(problems);
  return {
    tables: tables.map((placed) => previewTable(placed, playbook)),
    rows: tables.flatMap((placed, index) => previewRows(placed, index, problemsIn, page)),
  };
}

function previewTable(placed: PlacedTable, playbook: Playbook): PreviewTable {
  const { table, schema, start } = placed;
  return {
    ...aroundTable(placed, playbook),
    start: start + (table.rowStarts[table.header ?? 0] ?? 0),
    columns: [...new Set(schema.columns.flatMap((column) => taskColumn(column) ?? []))],
    letters: mandatoryLettersOf(schema, playbook),
  };
}

function previewRows(
  { table, schema, start }: PlacedTable,
  index: number,
  problemsIn: (start: number, end: number) => readonly Problem[],
  page: ReadingContext,
): PreviewRow[] {
  return bodyRowsOf(table).map(({ row, start: inTable }): PreviewRow => {
    const at = start + inTable;
    const problems = rowProblems(problemsIn(at, at + row.source.length), row, at, schema, page);
    return { table: index, start: at, source: row.source, shown: shownRow(row, schema, page), problems };
  });
}
