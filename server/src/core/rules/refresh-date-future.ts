import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { dateOrdersIn, isFuture, type CalendarDate, type DateReading } from '../dialect/dates.js';
import type { DatedContext } from '../dialect/reading-context.js';
import {
  dateCellOf,
  datedRows,
  neighborsOf,
  yearsLater,
  type DateCell,
  type DatedRow,
  type Neighbors,
} from '../dialect/refresh-rows.js';
import { mistypedYears, yearFix } from '../lint/support/year-fix.js';
import { isBodyRow, type Table, type TableSchema } from '../model/tables.js';
import { shift } from '../text/span.js';

export const refreshDateFuture = defineRule({
  meta: {
    id: 'refresh-date-future',
    category: 'refresh-summary',
    description: "The dates in the refresh summary aren't in the future",
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      future: '"{text}" is in the future: today is {today}',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'refresh') return;
    for (const [index, row] of table.rows.entries()) {
      const cell = isBodyRow(table, index) ? dateCellOf(row, schema) : undefined;
      const reading = cell === undefined ? undefined : futureReading(cell, page);
      if (cell === undefined || reading === undefined) continue;
      const start = table.rowStarts[index] ?? 0;
      const years = likelyYears(reading.date, neighborsOf(index, pastRows(table, schema, page)), page.today);
      report({
        messageId: 'future',
        data: { text: cell.text, today: page.today },
        span: shift(cell.span, start),
        fixes: years.map((year) => yearFix(cell, reading, year, start)),
      });
    }
  },
});

/** The usual reading of a date that is in the future in every possible reading. */
function futureReading({ reading }: DateCell, { language, today }: DatedContext): DateReading | undefined {
  const readings = dateOrdersIn(language).flatMap((order) => reading[order] ?? []);
  return readings.every(({ date }) => isFuture(date, today)) ? readings[0] : undefined;
}

function pastRows(table: Table, schema: TableSchema, { language, today }: DatedContext): DatedRow[] {
  const [order = 'month-first'] = dateOrdersIn(language);
  return datedRows(table, schema, order).filter(({ reading }) => !isFuture(reading.date, today));
}

/**
 * Usually, the year is too high. First the one with another digit that puts the row in order, then the most recent
 * year.
 */
function likelyYears(date: CalendarDate, neighbors: Neighbors, today: string): number[] {
  const thisYear = Number(today.slice(0, 4));
  const recent = [thisYear, thisYear - 1].find((year) => {
    const earlier = yearsLater(date, year - date.year);
    return earlier !== undefined && !isFuture(earlier, today);
  });
  return [
    ...new Set([...mistypedYears(date, neighbors, today).slice(0, 1), ...(recent === undefined ? [] : [recent])]),
  ];
}
