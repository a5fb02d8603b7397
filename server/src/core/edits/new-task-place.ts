import { endOfTable, isBodyRow, type PlacedTable } from '../model/tables.js';
import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import { hasPipe } from '../dialect/renderers.js';
import { endOfOwnText, scopeAt, type Scope } from './page-blocks.js';
import { unitAt } from './table-lines.js';
import { rowAt, type RowPlace } from './table-places.js';
import { writingPlace } from './writing-place.js';

/** Where the rows of new tasks go: after line `index` of a table, or into a new table. */
export type NewTaskPlace =
  | { readonly kind: 'table'; readonly table: PlacedTable; readonly index: number }
  | ({ readonly kind: 'page' } & NewTablePlace);

export interface NewTablePlace {
  readonly at: number;
  /** The level of the new heading; `undefined` if there is a heading without a table. */
  readonly level: number | undefined;
}

/**
 * After the row at `caret`, otherwise at the end of the task table of the same step, otherwise at the end of the step.
 */
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

/** Where a new task table goes in `scope`: under a heading that has no table, otherwise at `at` with a new heading. */
export function newTablePlace(playbook: Playbook, scope: Scope, at: number): NewTablePlace {
  const waiting = playbook.headings.find(
    (heading, index) =>
      isIn(scope, heading) && isTaskHeading(heading) && !playbook.tables.some((table) => table.heading === index),
  );
  return waiting === undefined
    ? { at, level: taskHeadingLevel(playbook, scope) }
    : { at: endOfOwnText(playbook, waiting), level: undefined };
}

/** Whether `offset` is between a heading for tasks and its table. */
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

/**
 * The line after which a row for position `row` goes: never between header and delimiter, nor between the halves of a
 * row.
 */
function lineBelow(playbook: Playbook, { table, index }: RowPlace): number {
  if (isBodyRow(table.table, index)) return unitAt(playbook, table, index).last;
  return Math.max(
    table.table.header ?? 0,
    table.table.delimiter ?? 0,
    table.table.rows[index]?.isConflictMarker === true ? index : 0,
  );
}

/** The last row of the table; text directly after it isn't a row. */
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

/** Headings of task tables have level 4; a page with a different form continues with its own level. */
const USUAL_LEVEL = 4;

function taskHeadingLevel(playbook: Playbook, { heading }: Scope): number {
  const around = heading?.value.level ?? 1;
  const [onPage] = playbook.tables.flatMap(({ schema, heading: index }) =>
    schema.kind === 'task' ? (playbook.headings[index ?? -1]?.value.level ?? []) : [],
  );
  // Inside a step, a heading of the step's own level would end it.
  if (onPage !== undefined && (onPage > around || around < 3)) return onPage;
  return Math.max(USUAL_LEVEL, around + 1);
}
