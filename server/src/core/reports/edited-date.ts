import { defineMessages, type Message } from '../../messages/index.js';
import { formOf, writeDate } from '../dialect/date-forms.js';
import { dayNumber, exists, readDate, type CalendarDate } from '../dialect/dates.js';

const texts = defineMessages('edited-date', {
  isSerial: '"{text}" is not a date: a spreadsheet stores {day} as this number. Format the cell as a date',
  isAmbiguous: {
    text: '"{text}" can be {day} or {presentDay}, which is on the page. Write the date in this form',
    note: 'The days are in the form YYYY-MM-DD.',
  },
});

/** What a cell with a day requests: nothing, a text in the form of the page, or a problem for the author. */
export type RequestedDate = { readonly text: string } | { readonly problem: Message } | undefined;

/** The front-matter key whose value is always a day. */
export const DATE_KEY = 'ms.date';

/** Whether the value of `key` is a day, so that a sheet can have it in another notation. */
export function isDateValue(key: string, present: string): boolean {
  return key === DATE_KEY || readDate(present) !== undefined;
}

/**
 * What `text` in a sheet requests for a value that is a day. The same day in another notation requests nothing; a
 * different day is written in the form of the page. The serial number that a spreadsheet uses for a day is reported,
 * and `05/06/2026` is reported if it can be the present day of the page.
 */
export function requestedDate(text: string, present: string): RequestedDate {
  const serial = dayOfSerial(text.trim());
  if (serial !== undefined) return { problem: texts.isSerial({ text: text.trim(), day: isoOf(serial) }) };
  const there = readDate(present)?.date;
  const monthFirst = readDate(withoutTime(text))?.date;
  const dayFirst = readDate(withoutTime(text), 'day-first')?.date;
  const day = monthFirst ?? dayFirst;
  if (there === undefined || day === undefined) return { text };
  if (isSameDay(there, day)) return undefined;
  if (dayFirst !== undefined && isSameDay(there, dayFirst))
    return { problem: texts.isAmbiguous({ text: text.trim(), day: isoOf(day), presentDay: isoOf(dayFirst) }) };
  return { text: writeDate(day, formOf([present], ['month-first'])) };
}

function isSameDay(a: CalendarDate, b: CalendarDate): boolean {
  return dayNumber(a) === dayNumber(b);
}

function isoOf({ year, month, day }: CalendarDate): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** A spreadsheet adds midnight to a day. */
function withoutTime(text: string): string {
  return text.trim().replace(/[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?(?: ?AM)?$/i, '');
}

/** The serial numbers of the years 1990 to 2099 in spreadsheets: no author writes such a number. */
const FIRST_SERIAL = 32874;
const LAST_SERIAL = 73050;

function dayOfSerial(text: string): CalendarDate | undefined {
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : 0;
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  return dayAfter({ year: 1990, month: 1, day: 1 }, serial - FIRST_SERIAL);
}

function dayAfter(start: CalendarDate, count: number): CalendarDate {
  let { year, month, day } = start;
  for (let left = count; left > 0; left--) {
    day++;
    if (exists({ year, month, day })) continue;
    day = 1;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return { year, month, day };
}
