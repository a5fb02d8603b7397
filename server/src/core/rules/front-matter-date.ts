import { defineMessages } from '../../messages/index.js';
import type { DatedContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import {
  exists,
  isFuture,
  nearestDates,
  readDateAndTime,
  type CalendarDate,
  type DateReading,
} from '../dialect/dates.js';
import { usualDate, valueSpanOf, visibleText } from '../dialect/front-matter.js';
import { suggestion } from '../lint/support/fixes.js';
import type { Field } from '../model/front-matter.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('front-matter-date', {
  writeYear: { text: 'Write the year as {year}', note: 'Title of a fix. {year}: four digits.' },
  useToday: { text: "Replace with today's date, {date}", note: 'Title of a fix. {date}: 11/29/2026.' },
  useDate: { text: 'Replace with {date}', note: 'Title of a fix. {date}: 11/29/2026.' },
});

export const frontMatterDate = defineRule({
  meta: {
    id: 'front-matter-date',
    category: 'front-matter',
    description:
      "`ms.date` is a date that exists and isn't in the future, written as month/day/year with a four-digit year",
    recommended: 'warning',
    fixable: 'both',
    messages: {
      noSuchDay: {
        text: '"{text}" isn\'t a valid date: the month comes first',
        note: 'Dates are written as month/day/year.',
      },
      notADate: { text: '"{text}" isn\'t a date: write it like {example}', note: '{example}: 11/29/2026.' },
      otherForm: {
        text: '"{text}" isn\'t in the form month/day/year: write "{usual}"',
        note: '{usual}: the same date in that form.',
      },
      shortYear: 'The year in "{text}" has two digits',
      future: '"{text}" is in the future',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    for (const field of frontMatter.fields) {
      const written = visibleText(field);
      if (field.key.value !== 'ms.date' || field.value.kind !== 'scalar' || written === '') continue;
      const span = valueSpanOf(field, text);
      // Front matter is in English, whatever the language of the page.
      const reading = readDateAndTime(written);

      if (reading === undefined) {
        const meant = nearestDates(written).map((date) => replace(span, date));
        const finding = { span, fixes: [...meant, replaceWithToday(span, page)] };
        if (USUAL.test(written)) report({ ...finding, messageId: 'noSuchDay', data: { text: written } });
        else report({ ...finding, messageId: 'notADate', data: { text: written, example: usualDate(page.today) } });
      } else if (isFuture(reading.date, page.today)) {
        report({
          messageId: 'future',
          data: { text: written },
          span,
          fixes: [...pastYear(reading.date, span, page), replaceWithToday(span, page)],
        });
      } else if (reading.shortYear && USUAL_SHORT.test(written)) {
        report({ messageId: 'shortYear', data: { text: written }, span, fixes: [longYear(field, reading, span)] });
      } else if (!USUAL.test(written)) {
        const usual = monthFirst(reading.date);
        report({ messageId: 'otherForm', data: { text: written, usual }, span, fixes: [replace(span, usual)] });
      }
    }
  },
});

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
