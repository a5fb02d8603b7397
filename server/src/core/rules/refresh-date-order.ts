import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { dateOrdersIn, dayNumber, isFuture, type DateOrder } from '../dialect/dates.js';
import { removeTableRows } from '../lint/support/remove-table-rows.js';
import { suggestion } from '../lint/support/fixes.js';
import { countDates, datedRows, yearsLater, type DatedRow } from '../dialect/refresh-rows.js';
import { mistypedYears, yearFix } from '../lint/support/year-fix.js';
import { outOfOrder } from '../text/sequence.js';
import { tableLineEnd } from '../dialect/task-rows.js';
import { shift, type Span } from '../text/span.js';
import type { DatedContext } from '../dialect/reading-context.js';
import type { Fix } from '../lint/rule.js';
import type { Table, TableSchema } from '../model/tables.js';
import { smallest } from '../text/lists.js';

const texts = defineMessages('refresh-date-order', {
  other: {
    text: '"{text}" is here',
    note: 'Marks another row of the table. {text}: its date, as it is written there.',
  },
  moveAbove: { text: 'Move the row above "{text}"', note: '{text}: the date of another row, as it is written there.' },
  moveBelow: { text: 'Move the row below "{text}"', note: '{text}: the date of another row, as it is written there.' },
});

export const refreshDateOrder = defineRule({
  meta: {
    id: 'refresh-date-order',
    category: 'refresh-summary',
    description: 'The rows of the refresh summary are sorted by date, newest first',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      older: {
        text: '"{text}" is older than "{below}" further down: put the newest row first',
        note: '{text} and {below}: dates, as they are written in the table.',
      },
      newer: {
        text: '"{text}" is newer than "{above}" further up: put the newest row first',
        note: '{text} and {above}: dates, as they are written in the table.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'refresh') return;
    const rows = rowsToCompare(table, schema, page);
    if (isOldestFirst(rows)) return;
    const wrong = misplaced(rows);
    const right = rows.filter((row) => !wrong.includes(row));
    for (const row of wrong) {
      const above = right.filter(({ index }) => index < row.index).pop();
      const below = right.find(({ index }) => index > row.index);
      const isOlder = below !== undefined && numberOf(row) < numberOf(below);
      const other = isOlder ? below : above;
      if (other === undefined) continue;
      const found = {
        span: spanOf(table, row),
        related: [{ span: spanOf(table, other), message: texts.other({ text: other.cell.text }) }],
        fixes: [
          ...fixesFor(table, row, above, below, page),
          ...moveFixes(table, row, right, tableLineEnd(table, page)),
        ],
      };
      if (isOlder) report({ messageId: 'older', data: { text: row.cell.text, below: other.cell.text }, ...found });
      else report({ messageId: 'newer', data: { text: row.cell.text, above: other.cell.text }, ...found });
    }
  },
});

/** A log of this length whose dates only increase has the oldest row first on purpose. */
const MIN_LOG_LENGTH = 3;

/**
 * The rows, with the date order (day or month first) that fits this table best. Empty if no order can read all of the
 * dates. Future dates are left out, since another rule reports them.
 */
function rowsToCompare(table: Table, schema: TableSchema, page: DatedContext): DatedRow[] {
  const rowsReadIn = (order: DateOrder): DatedRow[] => datedRows(table, schema, order);
  const [usual = 'month-first', ...others] = dateOrdersIn(page.language);
  let best = rowsReadIn(usual);
  if (others.length > 0) {
    const count = countDates(table, schema);
    const complete = [best, ...others.map(rowsReadIn)].filter((rows) => rows.length === count);
    if (complete.length === 0) return [];
    best = complete.reduce((least, rows) => (misplaced(rows).length < misplaced(least).length ? rows : least));
  }
  return best.filter(({ reading }) => !isFuture(reading.date, page.today));
}

function isOldestFirst(rows: readonly DatedRow[]): boolean {
  const days = rows.map(numberOf);
  if (new Set(days).size < MIN_LOG_LENGTH) return false;
  return days.every((day, index) => index === 0 || (days[index - 1] ?? day) <= day);
}

/** This many rows out of order aren't mistakes: such a log is sorted in another way. */
const MAX_MISPLACED = 50;

/** The smallest set of rows without which the others are in order. */
function misplaced(rows: readonly DatedRow[]): DatedRow[] {
  const upwards = [...rows].reverse();
  const wrong = outOfOrder(upwards.map(numberOf)).flatMap((index) => upwards[index] ?? []);
  if (wrong.length > MAX_MISPLACED) return [];
  return wrong.reverse().map((row) => likelyMistake(row, rows, wrong));
}

/** How far a date may be from its neighbor, in days, for a typo in the year to explain it. */
const MAX_DISTANCE = 200;

/**
 * Of two rows in the wrong order, either may be the mistake. It's the upper one, unless a year less in the lower one
 * brings it nearer to the row after it than a year more in the upper one would bring that to the lower one.
 */
function likelyMistake(row: DatedRow, rows: readonly DatedRow[], wrong: readonly DatedRow[]): DatedRow {
  const right = rows.filter((one) => !wrong.includes(one));
  const above = right.filter(({ index }) => index < row.index).pop();
  const [below, next] = right.filter(({ index }) => index > row.index);
  if (below === undefined || next === undefined || numberOf(row) >= numberOf(below)) return row;
  const fits = numberOf(row) >= numberOf(next) && (above === undefined || numberOf(row) <= numberOf(above));
  const lowerOff = Math.abs(daysBetween(below, next) - YEAR);
  return fits && lowerOff < MAX_DISTANCE && lowerOff < Math.abs(daysBetween(row, below) + YEAR) ? below : row;
}

const YEAR = 365;

/** Roughly how many days `a` is after `b`. */
function daysBetween({ reading: { date: a } }: DatedRow, { reading: { date: b } }: DatedRow): number {
  return (a.year - b.year) * YEAR + (a.month - b.month) * 30.4 + (a.day - b.day);
}

/** Usually, the year is a typo: offers the same day in the previous or next year, or with another digit, where that fits. */
function fixesFor(
  table: Table,
  row: DatedRow,
  above: DatedRow | undefined,
  below: DatedRow | undefined,
  page: DatedContext,
): Fix[] {
  const neighbors = { above: above?.reading.date, below: below?.reading.date };
  const mistyped = mistypedYears(row.reading.date, neighbors, page.today).map((year) => year - row.reading.date.year);
  return [...new Set([1, -1, ...mistyped])].flatMap((years) => {
    const date = yearsLater(row.reading.date, years);
    if (date === undefined || isFuture(date, page.today)) return [];
    const day = dayNumber(date);
    if ((above !== undefined && day > numberOf(above)) || (below !== undefined && day < numberOf(below))) return [];
    // A date that is far from both neighbors isn't a plausible fix.
    const away = [above, below].flatMap((one) =>
      one === undefined ? [] : Math.abs(daysBetween(row, one) + years * YEAR),
    );
    if (smallest(away) >= MAX_DISTANCE) return [];
    return [yearFix(row.cell, row.reading, date.year, table.rowStarts[row.index] ?? 0)];
  });
}

/** The year is right but the position is wrong: moves the row above the first older one, or to the end. */
function moveFixes(table: Table, row: DatedRow, right: readonly DatedRow[], lineEnd: string): Fix[] {
  const older = right.find((other) => numberOf(other) < numberOf(row));
  const last = right.at(-1);
  if (older !== undefined)
    return older.index === row.index + 1 ? [] : [moveRow(table, row, { row: older, isBelow: false }, lineEnd)];
  return last === undefined || last.index === row.index - 1
    ? []
    : [moveRow(table, row, { row: last, isBelow: true }, lineEnd)];
}

function moveRow(
  table: Table,
  { index }: DatedRow,
  to: { readonly row: DatedRow; readonly isBelow: boolean },
  lineEnd: string,
): Fix {
  const { rows, rowStarts } = table;
  const source = rows[index]?.source ?? '';
  const start = rowStarts[to.row.index] ?? 0;
  const at = to.isBelow ? start + (rows[to.row.index]?.source.length ?? 0) : start;
  const newText = to.isBelow ? lineEnd + source : source + lineEnd;
  const { text } = to.row.cell;
  const title = to.isBelow ? texts.moveBelow({ text }) : texts.moveAbove({ text });
  return suggestion(title, { span: { start: at, end: at }, newText }, removeTableRows(table, index));
}

function numberOf({ reading }: DatedRow): number {
  return dayNumber(reading.date);
}

function spanOf(table: Table, { index, cell }: DatedRow): Span {
  return shift(cell.span, table.rowStarts[index] ?? 0);
}
