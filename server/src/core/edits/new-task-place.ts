import { endOfTable, isBodyRow, type PlacedTable } from '../model/tables.js';
import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import { hasPipe } from '../lint/support/renderers.js';
import { endOfOwnText, scopeAt, type Scope } from './page-blocks.js';
import { unitAt } from './table-lines.js';
import { rowAt, type RowPlace } from './table-places.js';
import { writingPlace } from './writing-place.js';

/** Where the rows of new tasks go: below line `index` of a table, or into a table that is still to be made. */
export type NewTaskPlace =
  | { readonly kind: 'table'; readonly table: PlacedTable; readonly index: number }
  | ({ readonly kind: 'page' } & NewTablePlace);

export interface NewTablePlace {
  readonly at: number;
  /** Of the heading to make; `undefined` where one waits for its table. */
  readonly level: number | undefined;
}

/** Below the row at `caret`, or else at the end of the task table of the same step, or else at the end of the step. */
export function newTaskPlaceAt(playbook: Playbook, caret: number): NewTaskPlace {
  const offset = writingPlace(playbook, caret);
  const row = rowAt(playbook, offset);
  if (row?.table.schema.kind === 'task') return { kind: 'table', table: row.table, index: lineBelow(playbook, row) };
  const scope = scopeAt(playbook, offset);
  const tables = playbook.tables.filter(
    ({ schema, start }) => schema.kind === 'task' && start >= scope.start && start < scope.end,
  );
  const table = [...tables].reverse().find((one) => endOfTable(one) < offset) ?? tables[0];
  if (table !== undefined) return { kind: 'table', table, index: lastLine(table) };
  return { kind: 'page', ...newTablePlace(playbook, scope, scope.end) };
}

/** Where a task table goes that is made in `scope`: under the heading that waits for one, or else at `at` with a heading of its own. */
export function newTablePlace(playbook: Playbook, scope: Scope, at: number): NewTablePlace {
  const waiting = playbook.headings.find(
    (heading, index) =>
      isIn(scope, heading) && isTaskHeading(heading) && !playbook.tables.some((table) => table.heading === index),
  );
  return waiting === undefined
    ? { at, level: taskHeadingLevel(playbook, scope) }
    : { at: endOfOwnText(playbook, waiting), level: undefined };
}

/** Whether `offset` lies between a heading for tasks and the table below it. */
export function isAboveItsTable({ headings, tables }: Playbook, offset: number): boolean {
  return tables.some(({ schema, start, heading: index }) => {
    const heading = headings[index ?? -1];
    return (
      heading !== undefined &&
      schema.kind === 'task' &&
      isTaskHeading(heading) &&
      heading.start + heading.value.span.start <= offset &&
      offset < start
    );
  });
}

/** The line below which a row goes that is asked for at `row`: never between header and delimiter, nor between two halves of a row. */
function lineBelow(playbook: Playbook, { table, index }: RowPlace): number {
  if (isBodyRow(table.table, index)) return unitAt(playbook, table, index).last;
  return Math.max(
    table.table.header ?? 0,
    table.table.delimiter ?? 0,
    table.table.rows[index]?.isConflictMarker === true ? index : 0,
  );
}

/** The last row of the table; text that someone wrote right below it is none. */
function lastLine({ table }: PlacedTable): number {
  for (let index = table.rows.length - 1; index > 0; index--) {
    const row = table.rows[index];
    if (row !== undefined && hasPipe(row)) return index;
  }
  return 0;
}

function isIn({ start, end }: Scope, heading: Placed<Heading>): boolean {
  const at = heading.start + heading.value.span.start;
  return at >= start && at < end;
}

function isTaskHeading({ value }: Placed<Heading>): boolean {
  return value.matches.some(({ id }) => id === 'ftop-tasks');
}

/** Headings over task tables are of level 4; a page of its own form goes on with it. */
const USUAL_LEVEL = 4;

function taskHeadingLevel(playbook: Playbook, { heading }: Scope): number {
  const around = heading?.value.level ?? 1;
  const [onPage] = playbook.tables.flatMap(({ schema, heading: index }) =>
    schema.kind === 'task' ? (playbook.headings[index ?? -1]?.value.level ?? []) : [],
  );
  // Inside a step a heading of the step's own level would end it.
  if (onPage !== undefined && (onPage > around || around < 3)) return onPage;
  return Math.max(USUAL_LEVEL, around + 1);
}
