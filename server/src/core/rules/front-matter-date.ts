import { defineMessages } from '../../messages/index.js';
import type { DatedContext } from '../dialect/reading-context.js';
import { defineRule, type Finding, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import {
  exists,
  isFuture,
  nearestDates,
  readDate,
  readDateAndTime,
  type CalendarDate,
  type DateReading,
} from '../dialect/dates.js';
import { usualDate, valueSpanOf, visibleText } from '../dialect/front-matter.js';
import { suggestion } from '../lint/support/fixes.js';
import { CleanFrontMatter } from '../lint/support/front-matter-rule.js';
import type { Field, FrontMatter } from '../model/front-matter.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('front-matter-date', {
  writeYear: { text: 'Write the year as {year}', note: 'Title of a fix. {year}: four digits.' },
  useToday: { text: "Replace with today's date, {date}", note: 'Title of a fix. {date}: 11/29/2026.' },
  useDate: { text: 'Replace with {date}', note: 'Title of a fix. {date}: 11/29/2026.' },
});

const messages = {
  noSuchDay: {
    text: '"{text}" isn\'t a valid date: the month comes first',
    note: 'Dates are written as month/day/year.',
  },
  notADate: { text: '"{text}" isn\'t a date: write it like {example}', note: '{example}: 11/29/2026.' },
  otherForm: {
    text: '"{text}" isn\'t in the form month/day/year: write "{usual}"',
    note: '{usual}: the same date in that form.',
  },
  twoDays: '"{text}" isn\'t in the form month/day/year, and it can be two days',
  shortYear: 'The year in "{text}" has two digits',
  future: '"{text}" is in the future',
} as const;

export const frontMatterDate = defineRule({
  meta: {
    id: 'front-matter-date',
    category: 'front-matter',
    description:
      "`ms.date` is a date that exists and isn't in the future, written as month/day/year with a four-digit year",
    recommended: 'warning',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    for (const finding of findingsIn(frontMatter, text, page, [])) report(finding);
  },

  // The refresh log of the page shows which day was meant.
  workspace({ playbook: { frontMatter, text }, summary, page, report }) {
    if (frontMatter === undefined || summary.refreshDays.length === 0 || clean.has(frontMatter, page)) return;
    const findings = findingsIn(frontMatter, text, page, summary.refreshDays);
    // The log only adds to the fixes, so a date without findings has none with another log.
    if (findings.length === 0) clean.add(frontMatter, page);
    for (const finding of findings) report(finding);
  },
});

const clean = new CleanFrontMatter();

/** `refreshDays`: the days in the refresh log, newest first. */
function findingsIn(
  frontMatter: FrontMatter,
  text: string,
  page: DatedContext,
  refreshDays: readonly string[],
): Finding<typeof messages>[] {
  return frontMatter.fields.flatMap((field) => {
    if (field.key.value !== 'ms.date' || field.value.kind !== 'scalar') return [];
    const written = visibleText(field);
    if (written === '') return [];
    return findingFor(field, written, valueSpanOf(field, text), page, refreshDays) ?? [];
  });
}

function findingFor(
  field: Field,
  written: string,
  span: Span,
  page: DatedContext,
  refreshDays: readonly string[],
): Finding<typeof messages> | undefined {
  // Front matter is in English, whatever the language of the page.
  const reading = readDateAndTime(written);
  const dotted = meantByDots(written, refreshDays);
  const [usual] = dotted;
  if (usual !== undefined && !isFutureDate(usual, page)) {
    const fixes = dotted.filter((date) => !isFutureDate(date, page)).map((date) => replace(span, date));
    if (fixes.length > 1) return { messageId: 'twoDays', data: { text: written }, span, fixes };
    return { messageId: 'otherForm', data: { text: written, usual }, span, fixes };
  }
  if (reading === undefined) {
    const meant = [...sameMonth(written, refreshDays), ...nearestDates(written).map(inUsualForm)];
    const fixes = [...new Set(meant)].map((date) => replace(span, date));
    if (USUAL.test(written)) return { messageId: 'noSuchDay', data: { text: written }, span, fixes };
    if (!/\d/.test(written)) fixes.push(replaceWithToday(span, page));
    return { messageId: 'notADate', data: { text: written, example: usualDate(page.today) }, span, fixes };
  }
  if (isFuture(reading.date, page.today)) {
    const fixes = [...pastYear(reading.date, span, page), replaceWithToday(span, page)];
    return { messageId: 'future', data: { text: written }, span, fixes };
  }
  if (reading.shortYear && USUAL_SHORT.test(written))
    return { messageId: 'shortYear', data: { text: written }, span, fixes: [longYear(field, reading, span)] };
  if (USUAL.test(written)) return undefined;
  const date = monthFirst(reading.date);
  return { messageId: 'otherForm', data: { text: written, usual: date }, span, fixes: [replace(span, date)] };
}

/**
 * The days that a date with dots can be, in the usual form, best first. Dots usually mean that the day is first, but
 * some authors only type dots instead of slashes.
 */
function meantByDots(written: string, refreshDays: readonly string[]): string[] {
  if (!DOTTED.test(written)) return [];
  const slashed = written.replace(/\./g, '/');
  const candidates = [readDate(written)?.date, readDate(slashed)?.date].filter((date) => date !== undefined);
  const isLogged = (date: CalendarDate): boolean => refreshDays.includes(isoDate(date));
  const sorted = [...candidates].sort((a, b) => Number(isLogged(b)) - Number(isLogged(a)));
  return [...new Set(sorted.map((date) => (readDate(slashed)?.date.day === date.day ? slashed : monthFirst(date))))];
}

const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{4}$/;

/** The newest day of the refresh log in the month of a date that doesn't exist, with as many digits as written. */
function sameMonth(written: string, refreshDays: readonly string[]): string[] {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
  const logged = refreshDays.find((date) => date.startsWith(`${year}-${month.padStart(2, '0')}-`));
  if (month === '' || logged === undefined) return [];
  const loggedDay = logged.slice(8);
  return [`${month}/${day.length === 1 ? String(Number(loggedDay)) : loggedDay}/${year}`];
}

/** A date with another order or other marks, as month/day/year. */
function inUsualForm(text: string): string {
  const date = readDate(text)?.date;
  return date === undefined || USUAL.test(text) || USUAL_SHORT.test(text) ? text : monthFirst(date);
}

function isFutureDate(text: string, { today }: DatedContext): boolean {
  const date = readDate(text)?.date;
  return date !== undefined && isFuture(date, today);
}

function isoDate({ year, month, day }: CalendarDate): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

const USUAL = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
const USUAL_SHORT = /^\d{1,2}\/\d{1,2}\/\d{2}$/;

function monthFirst({ year, month, day }: CalendarDate): string {
  return `${month}/${day}/${year}`;
}

/** Adds two digits. The century is certain, since the date is in the past and no playbook is older. */
function longYear(field: Field, { date, yearSpan }: DateReading, span: Span): Fix {
  const isPlain = span.end - span.start === field.value.text.trim().length && yearSpan.end <= span.end - span.start;
  const year = { start: span.start + yearSpan.start, end: span.start + yearSpan.start };
  const usual = monthFirst(date);
  return isPlain
    ? { title: texts.writeYear({ year: date.year }), edits: [{ span: year, newText: '20' }], applicability: 'safe' }
    : replace(span, usual);
}

/** The same day in the most recent year: usually, the year is the typo. */
function pastYear(date: CalendarDate, span: Span, page: DatedContext): Fix[] {
  const thisYear = Number(page.today.slice(0, 4));
  const meant = [thisYear, thisYear - 1]
    .map((year) => ({ ...date, year }))
    .find((one) => !isFuture(one, page.today) && exists(one));
  return meant === undefined ? [] : [replace(span, monthFirst(meant))];
}

function replaceWithToday(span: Span, { today }: DatedContext): Fix {
  const date = usualDate(today);
  return suggestion(texts.useToday({ date }), { span, newText: date });
}

function replace(span: Span, date: string): Fix {
  return suggestion(texts.useDate({ date }), { span, newText: date });
}
