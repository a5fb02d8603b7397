import type { DateReading } from '../../dialect/dates.js';
import type { DateCell } from '../../dialect/refresh-rows.js';
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
