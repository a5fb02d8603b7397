import { exists, readDate, type CalendarDate, type DateOrder } from './dates.js';
import { INVISIBLE } from '../text/spelling.js';

/** The day `YYYY-MM-DD`; `undefined` if it isn't valid. */
export function dayOf(text: string): CalendarDate | undefined {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : [];
  const date = { year, month, day };
  return exists(date) ? date : undefined;
}

/** The form of the dates in a table. */
export interface DateForm {
  /** An example from the table. */
  readonly model: string;
  /** How to read `05/06/2020` in it. */
  readonly order: DateOrder;
  /** `09/04/2026`, not `9/4/2026`. */
  readonly padded: boolean;
}

/** The usual form in front matter. */
const USUAL: DateForm = { model: '09/14/2026', order: 'month-first', padded: true };

/**
 * The form of `dates`, the preferred example first. Dates with a month name don't count. If day and month are
 * ambiguous, `orders` decides, the usual order first.
 */
export function formOf(dates: readonly string[], orders: readonly DateOrder[]): DateForm {
  const numeric = dates
    .map((date) => date.replace(INVISIBLE, '').trim())
    .filter((date) => date.match(/\d+/g)?.length === 3 && orders.some((order) => readDate(date, order) !== undefined));
  const [model] = numeric;
  if (model === undefined) return USUAL;
  const order =
    orders.find((one) => numeric.every((date) => readDate(date, one) !== undefined)) ?? orders[0] ?? 'month-first';
  const telling = numeric.find((date) => /\b\d\b|\b0\d\b/.test(date));
  return { model, order, padded: telling === undefined || /\b0\d\b/.test(telling) };
}

/** The day in that form, always with a four-digit year. */
export function writeDate({ year, month, day }: CalendarDate, { model, order, padded }: DateForm): string {
  const digits = (number: number): string => (padded ? String(number).padStart(2, '0') : String(number));
  const isDayFirst = model.includes('.') || order === 'day-first';
  const dayAndMonth = isDayFirst ? [digits(day), digits(month)] : [digits(month), digits(day)];
  const numbers = /^\d{4}/.test(model) ? [String(year), digits(month), digits(day)] : [...dayAndMonth, String(year)];
  return model.replace(/\d+/g, () => numbers.shift() ?? '');
}
