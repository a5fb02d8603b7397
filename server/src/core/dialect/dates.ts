import { oneOf } from '../text/one-of.js';
import { INVISIBLE } from '../text/spelling.js';
import type { Span } from '../text/span.js';
import { inAnyLanguage, packOf, type Language } from '../vocabulary/language.js';

/** A date that exists. Never created with `Date`, which turns February 30 into March 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** How to read `05/06/2020`. */
export type DateOrder = 'month-first' | 'day-first';

export interface DateReading {
  readonly date: CalendarDate;
  /** The span of the year in the text. */
  readonly yearSpan: Span;
  /** `5/2/19`: the century had to be guessed. */
  readonly shortYear: boolean;
}

/** The possible orders of numbers between slashes on a page in `language`, the usual one first. */
export function dateOrdersIn(language: Language): readonly DateOrder[] {
  return packOf(language).dates.isDayFirst ? ['month-first', 'day-first'] : ['month-first'];
}

/**
 * The date in `text`; `undefined` if it isn't a date.
 *
 * Reads what authors write in any language: `3/27/2020`, `27.03.2020`, `2020/3/27`, `2020-03-27`,
 * `2020 年 3 月 27 日`, `27 Mar 2020`, `March 27, 2020`. White space around the date does not matter.
 */
export function readDate(text: string, order: DateOrder = 'month-first'): DateReading | undefined {
  const plain = plainDigits(text);
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (match?.groups !== undefined) return toReading(plain, match.groups, order);
  }
  return undefined;
}

/** Also reads a date followed by a time, as written by a tool: `2019-05-02T00:00:00Z`. */
export function readDateAndTime(text: string): DateReading | undefined {
  return readDate(text) ?? readDate(text.replace(TIME, ''));
}

const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** As a number that sorts, `20200327`. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return (year * 100 + month) * 100 + day;
}

/** Whether the date exists. */
export function exists({ year, month, day }: CalendarDate): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The dates not after `lastYear` that `text` was probably meant to be, best first: `10/18/2019` for `10/018/2019`.
 */
export function nearestDates(
  text: string,
  orders: readonly DateOrder[] = ['month-first'],
  lastYear = LAST_YEAR,
): string[] {
  const isLikely = (candidate: string): boolean =>
    orders.some((order) => {
      const year = readDate(candidate, order)?.date.year ?? 0;
      return year >= FIRST_YEAR && year <= lastYear;
    });
  return [...new Set(repairs(text))].filter((candidate) => candidate !== text && isLikely(candidate)).slice(0, 3);
}

/** FastTrack, and so every page about it, is newer. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2099;

/** How the names of each month start, in any language. */
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  inAnyLanguage(({ dates }) => dates.months.slice(month, month + 1)),
);
const ORDINAL = `${oneOf(inAnyLanguage(({ dates }) => dates.ordinals))}?`;
const PREPOSITION = `(?:${oneOf(inAnyLanguage(({ dates: { preposition } }) => (preposition === undefined ? [] : [preposition])))}\\s+)?`;

const FORMS: readonly RegExp[] = [
  /^\s*(?<first>\d{1,2})([/-])(?<second>\d{1,2})\2(?<year>\d{4}|\d{2})\s*$/,
  /^\s*(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.\s*(?<year>\d{4}|\d{2})\s*$/,
  /^\s*(?<year>\d{4})([/.-])(?<month>\d{1,2})\2(?<day>\d{1,2})\s*$/,
  /^\s*(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日\s*$/,
  new RegExp(
    String.raw`^\s*(?<day>\d{1,2})${ORDINAL}\.?[\s-]+${PREPOSITION}(?<name>\p{L}{3,})\.?,?[\s-]+${PREPOSITION}(?<year>\d{4})\s*$`,
    'u',
  ),
  new RegExp(String.raw`^\s*(?<name>\p{L}{3,})\.?\s+(?<day>\d{1,2})${ORDINAL},?\s+(?<year>\d{4})\s*$`, 'u'),
];

/** Converts full-width digits to half-width, and invisible characters to spaces, so that offsets don't change. */
function plainDigits(text: string): string {
  return text
    .replace(INVISIBLE, ' ')
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function toReading(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
  order: DateOrder,
): DateReading | undefined {
  const { year = '', name, first, second } = groups;
  const [monthText, dayText] =
    first === undefined
      ? [groups['month'], groups['day']]
      : order === 'month-first'
        ? [first, second]
        : [second, first];
  const month = name === undefined ? Number(monthText) : monthNamed(name);
  const shortYear = year.length === 2;
  const date = { year: shortYear ? 2000 + Number(year) : Number(year), month, day: Number(dayText) };
  if (!exists(date)) return undefined;
  // Every form has its year at one end of the text.
  const start = /^\s*\d{4}/.test(text) ? text.indexOf(year) : text.lastIndexOf(year);
  return { date, yearSpan: { start, end: start + year.length }, shortYear };
}

function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The texts that may have been mistyped; most of these aren't dates either. */
function* repairs(text: string): Iterable<string> {
  const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  yield bare;
  yield bare.replace(/([/.-])[/.-]+/g, '$1');
  yield bare.replace(/\s+/g, '');
  yield bare.replace(/(?<=\d)[oO]|[oO](?=\d)/g, '0').replace(/(?<=\d)[lI]|[lI](?=\d)/g, '1');
  yield* withLostSeparator(bare);
  const match = /^(\d+)(\D+)(\d+)(\D+)(\d+)(\D*)$/.exec(bare);
  if (match === null) return;
  const [, a = '', gap = '', b = '', gap2 = '', c = '', rest = ''] = match;
  const join = (x: string, y: string, z: string): string => `${x}${gap}${y}${gap2}${z}${rest}`;
  const [plainA, plainB] = [withoutZeros(a), withoutZeros(b)];
  yield join(plainA, plainB, c);
  yield join(plainB, plainA, c);
  for (const shorter of oneDigitLess(c, 4)) yield join(plainA, plainB, shorter);
  for (const shorter of oneDigitLess(a, 2)) yield join(shorter, plainB, c);
  for (const shorter of oneDigitLess(b, 2)) yield join(plainA, shorter, c);
}

/** The dates in `1018/2019`, `10/182019` and `2019-1018`, where a separator is missing. */
function* withLostSeparator(text: string): Iterable<string> {
  const [, first = '', gap = '', rest = ''] = /^(\d+)([/.-])(\d+)$/.exec(text) ?? [];
  const year = /^\d{4}$/;
  const [digits, before, after] = year.test(rest)
    ? [first, '', `${gap}${rest}`]
    : year.test(first)
      ? [rest, `${first}${gap}`, '']
      : [rest.slice(0, -4), `${first}${gap}`, `${gap}${rest.slice(-4)}`];
  if (before !== '' && after !== '') {
    if (/^\d{1,2}$/.test(digits)) yield `${before}${digits}${after}`;
  } else if (/^\d{2,4}$/.test(digits)) {
    for (const at of [2, 1]) yield `${before}${digits.slice(0, at)}${gap}${digits.slice(at)}${after}`;
  }
}

function withoutZeros(digits: string): string {
  return digits.length > 2 && digits.length !== 4 ? digits.replace(/^0+(?=\d\d)/, '') : digits;
}

/** The numbers with `length` digits that result from deleting one digit. */
function* oneDigitLess(digits: string, length: number): Iterable<string> {
  if (digits.length !== length + 1) return;
  for (let at = 0; at < digits.length; at++) yield digits.slice(0, at) + digits.slice(at + 1);
}

/**
 * Whether the date is after `today`, in the form `YYYY-MM-DD`. In time zones further east, it may already be tomorrow.
 */
export function isFuture(date: CalendarDate, today: string): boolean {
  const now = readDate(today)?.date;
  return now !== undefined && dayNumber(date) > dayNumber(dayAfter(now));
}

function dayAfter({ year, month, day }: CalendarDate): CalendarDate {
  const days = [
    { year, month, day: day + 1 },
    { year, month: month + 1, day: 1 },
  ];
  return days.find(exists) ?? { year: year + 1, month: 1, day: 1 };
}
