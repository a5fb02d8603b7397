import { isFuture, type CalendarDate, type DateReading } from '../../dialect/dates.js';
import { fitsBetween, yearsLater, type DateCell, type Neighbors } from '../../dialect/refresh-rows.js';
import type { Fix } from '../rule.js';
import { suggestion, titles } from './fixes.js';

/** Changes the year in a date cell; spans are relative to `offset` before the row. */
export function yearFix(cell: DateCell, reading: DateReading, year: number, offset = 0): Fix {
  const { start, end } = reading.yearSpan;
  const digits = String(year);
  const newText = reading.shortYear ? digits.slice(-2) : digits;
  const span = { start: cell.span.start + start + offset, end: cell.span.start + end + offset };
  const text = cell.text.slice(0, start) + newText + cell.text.slice(end);
  return suggestion(titles.replace({ text }), { span, newText });
}

/** The years that differ from that of `date` in one digit and put the row in order, nearest to its neighbors first. */
export function mistypedYears(date: CalendarDate, neighbors: Neighbors, today: string): number[] {
  const near = neighbors.below ?? neighbors.above ?? { ...date, year: Number(today.slice(0, 4)) };
  return yearsWithOneOtherDigit(date.year)
    .filter((year) => {
      const meant = yearsLater(date, year - date.year);
      return meant !== undefined && !isFuture(meant, today) && fitsBetween(meant, neighbors);
    })
    .sort((a, b) => Math.abs(a - near.year) - Math.abs(b - near.year));
}

/** FastTrack, and so every playbook, is newer. */
const FIRST_YEAR = 2010;

function yearsWithOneOtherDigit(year: number): number[] {
  const digits = String(year);
  const all = [...digits].flatMap((_, at) =>
    Array.from({ length: 10 }, (__, digit) => Number(`${digits.slice(0, at)}${String(digit)}${digits.slice(at + 1)}`)),
  );
  return all.filter((other) => other !== year && other >= FIRST_YEAR);
}
