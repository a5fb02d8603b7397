import { moLettersOf } from '../dialect/mo-letters.js';
import { isWhole } from '../dialect/row-shape.js';
import { isTaskId, taskCell } from '../dialect/task-rows.js';
import { isUnknown, termsOf, type TermColumn } from '../dialect/task-terms.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, taskIdIn, type Cell, type Row, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import type { Located } from '../text/span.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import type { PlacedTask, TaskFact, TermsFact } from '../workspace-index/page-summary.js';
import { nameInBrokenRow } from './broken-row.js';
import { readingContextOf, type ReadingContext } from '../dialect/reading-context.js';

/**
 * The tasks in the task tables. Of a broken row, little more than the IDs is known: the cells may be in the wrong
 * columns.
 */
export function tasksOf(playbook: Playbook): readonly PlacedTask[] {
  const factOf = taskFacts(readingContextOf(playbook));
  const tasks: PlacedTask[] = [];
  for (const { table, schema, start, heading } of playbook.tables) {
    if (schema.kind !== 'task') continue;
    const factUnder = factOf(schema);
    // Long tables are walked at every keystroke: no closures, no copies.
    for (let index = 0; index < table.rows.length; index++) {
      const row = table.rows[index];
      if (row === undefined || !isBodyRow(table, index)) continue;
      for (const value of factUnder(row)) tasks.push({ start: start + (table.rowStarts[index] ?? 0), value, heading });
    }
  }
  return tasks;
}

const taskFacts = memoized((page: ReadingContext) =>
  memoized((schema: TableSchema) => memoized((row: Row) => readTasks(row, schema, page))),
);

function readTasks(row: Row, schema: TableSchema, page: ReadingContext): readonly TaskFact[] {
  if (isWhole(row, schema, page.vocabulary)) {
    const cell = taskCell(row, schema, 'task-id', page);
    const id = cell === undefined ? undefined : taskIdIn(cell);
    return id !== undefined && isTaskId(id.value, page.vocabulary) ? [readTask(id, row, schema, page)] : NONE;
  }
  const { cells } = row;
  return cells.flatMap((cell, index) => {
    const id = taskIdIn(cell);
    return isTaskId(id.value, page.vocabulary) ? [brokenTask(id, nameInBrokenRow(row, index, schema, page), row)] : [];
  });
}

function brokenTask(id: Located<string>, nameInBrokenRow: string | undefined, row: Row): TaskFact {
  return {
    id,
    name: undefined,
    letter: undefined,
    obligation: undefined,
    role: undefined,
    services: undefined,
    nameInBrokenRow,
    length: row.source.length,
  };
}

const NONE: readonly never[] = [];

function readTask(id: Located<string>, row: Row, schema: TableSchema, page: ReadingContext): TaskFact {
  const letter = located(taskCell(row, schema, 'mo', page));
  return {
    id,
    name: located(taskCell(row, schema, 'task-name', page)),
    letter,
    obligation: letter === undefined ? undefined : obligationOf(letter.value, schema, page),
    role: termsFact(row, schema, 'role', page),
    services: termsFact(row, schema, 'services', page),
    nameInBrokenRow: undefined,
    length: row.source.length,
  };
}

function located(cell: Cell | undefined): Located<string> | undefined {
  return cell === undefined ? undefined : { value: cell.text, span: cell.span };
}

/** The meaning of a letter in the table; `undefined` if it has none. */
export function obligationOf(letter: string, schema: TableSchema, page: ReadingContext): Obligation | undefined {
  const index = moLettersOf(schema, page).indexOf(letter.replace(/^[*_]+|[*_]+$/g, ''));
  return index === 0 ? 'mandatory' : index === 1 ? 'optional' : undefined;
}

function termsFact(row: Row, schema: TableSchema, column: TermColumn, page: ReadingContext): TermsFact | undefined {
  const cell = taskCell(row, schema, column, page);
  if (cell === undefined) return undefined;
  const uses = termsOf(row, schema, column, page);
  const isKnown = uses.length > 0 && !uses.some((use) => use.match === undefined || isUnknown(use, page));
  return {
    value: cell.text,
    span: cell.span,
    ids: isKnown ? [...new Set(uses.flatMap(({ match }) => match?.id ?? []))].sort() : undefined,
  };
}
