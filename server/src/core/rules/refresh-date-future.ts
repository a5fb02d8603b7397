import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { dateOrdersIn, isFuture, type DateReading } from '../dialect/dates.js';
import { dateCellOf, yearsLater, type DateCell } from '../dialect/refresh-rows.js';
import { yearFix } from '../lint/support/year-fix.js';
import type { Fix } from '../lint/rule.js';

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

  row({ row, schema, page, report }) {
    const cell = dateCellOf(row, schema);
    if (cell === undefined) return;
    // Only if the date is in the future in every possible reading.
    const readings = dateOrdersIn(page.language).flatMap((order) => cell.reading[order] ?? []);
    const [reading] = readings;
    if (reading === undefined || !readings.every(({ date }) => isFuture(date, page.today))) return;
    report({
      messageId: 'future',
      data: { text: cell.text, today: page.today },
      span: cell.span,
      fixes: fixesFor(cell, reading, page.today),
    });
  },
});

/** Usually, the year is too high: offers the same day in the most recent year. */
function fixesFor(cell: DateCell, reading: DateReading, today: string): Fix[] {
  const { date } = reading;
  const past = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) - 1].find((year) => {
    const earlier = yearsLater(date, year - date.year);
    return earlier !== undefined && !isFuture(earlier, today);
  });
  return past === undefined ? [] : [yearFix(cell, reading, past)];
}
