import type { Span } from '../../../server/src/core/text/span.js';
import { alsoOn, alsoRight, at, insert, removeLines, replace, type Kind, type Mutation } from '../kind.js';
import { misspelt } from '../misspell.js';
import type { Page } from '../page.js';
import { fields, fieldsNamed, knownFields, requiredFields, type FieldPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in the front matter. */
export const frontMatter: readonly Kind[] = [
  {
    id: 'fm-key-misspelt',
    describe: 'A key has a typo.',
    apply: at(knownFields, ({ key, name }, page, random) => {
      const typo = misspelt(name, random);
      return typo === undefined ? undefined : replace(page, key, typo);
    }),
  },
  {
    id: 'fm-key-duplicated',
    describe: 'A field is pasted a second time.',
    apply: at(knownFields, ({ line }, page) => insert(page, line.end, page.eol + page.slice(line))),
  },
  {
    id: 'fm-required-key-missing',
    describe: 'A required field is deleted.',
    apply: at(requiredFields, ({ line }, page) => alsoOn(removeLines(page, line), 0)),
  },
  {
    id: 'fm-value-empty',
    describe: 'The value of a required field is deleted.',
    apply: value(requiredFields, () => ''),
  },
  {
    id: 'fm-date-day-month-swapped',
    describe: 'The day is before the month.',
    apply: date(([month, day, year]) => (Number(day) > 12 ? `${day}/${month}/${year}` : undefined)),
  },
  {
    id: 'fm-date-two-digit-year',
    describe: 'The year has two digits.',
    apply: date(([month, day, year]) => `${month}/${day}/${year.slice(2)}`),
  },
  {
    id: 'fm-date-impossible',
    describe: 'The month has no such day.',
    apply: date(([month, , year]) => `${month}/${daysIn(Number(month)) + 1}/${year}`),
  },
  {
    id: 'fm-date-dots',
    describe: 'The date has dots instead of slashes.',
    apply: date((parts) => parts.join('.')),
  },
  {
    id: 'fm-opening-fence-missing',
    describe: 'The line above the front matter is deleted.',
    apply: at(fences, ({ opening }, page) => removeLines(page, opening)),
  },
  {
    id: 'fm-closing-fence-missing',
    describe: 'The line below the front matter is deleted.',
    apply: at(fences, ({ opening, closing }, page) =>
      alsoOn(removeLines(page, closing), page.lineNumber(opening.start)),
    ),
  },
  {
    id: 'fm-tab-indent',
    describe: 'A field is indented with a tab.',
    apply: at(fields, ({ line }, page) => (line.start <= 4 ? undefined : insert(page, line.start, '\t'))),
  },
  {
    id: 'fm-colon-missing',
    describe: 'The colon after a key is lost.',
    apply: colon(' '),
  },
  { id: 'fm-colon-no-space', describe: 'The space after a colon is lost.', apply: colon(':') },
  { id: 'fm-colon-full-width', describe: 'An input method writes a full-width colon.', apply: colon('：') },
  {
    id: 'fm-unquoted-colon',
    describe: 'A title has a colon, but no quotation marks.',
    apply: at(fieldsNamed('title', 'description'), ({ value: span, text }, page) => {
      const changed = text.replace(/ [-–] /, ': ');
      return quotable(page, span, changed, changed);
    }),
  },
  {
    id: 'fm-quote-unclosed',
    describe: 'A quotation mark has no partner.',
    apply: at(fields, ({ value: span, text }, page) => quotable(page, span, `"${text}`, text)),
  },
  {
    id: 'fm-smart-quotes',
    describe: 'A value is in curly quotation marks.',
    apply: at(fields, ({ value: span, text }, page) => quotable(page, span, `“${text}”`, text)),
  },
  {
    id: 'fm-alias-typo',
    describe: 'A mail alias has a typo.',
    apply: value(fieldsNamed('ms.author', 'manager', 'ft.owner'), ({ text }, random) =>
      text.includes('@') ? undefined : misspelt(text, random),
    ),
  },
  {
    id: 'fm-audience-typo',
    describe: 'The audience has a typo.',
    apply: value(fieldsNamed('ft.audience'), ({ text }, random) => misspelt(text, random)),
  },
  {
    id: 'fm-topic-typo',
    describe: 'The topic has a typo.',
    apply: value(fieldsNamed('ms.topic'), ({ text }, random) => misspelt(text, random)),
  },
];

/** The two lines around the front matter, if both are written well. */
function fences(page: Page): { readonly opening: Span; readonly closing: Span }[] {
  const { frontMatter: found } = page.playbook;
  return found?.closed === true && !found.indented
    ? [
        {
          opening: { start: found.span.start, end: page.lineAt(found.span.start).end },
          closing: page.lineAt(found.span.end),
        },
      ]
    : [];
}

/** Writes `source` for a value. The value `text` in quotation marks is as right as the original page. */
function quotable(page: Page, span: Span, source: string, text: string): Mutation {
  return alsoRight(replace(page, span, source), replace(page, span, `"${text}"`), replace(page, span, `'${text}'`));
}

/** Replaces the value of a field. */
function value(
  places: (page: Page) => readonly FieldPlace[],
  change: (field: FieldPlace, random: Random) => string | undefined,
): Kind['apply'] {
  return at(places, (field, page, random) => {
    const changed = change(field, random);
    return changed === undefined ? undefined : replace(page, field.value, changed);
  });
}

type DateParts = readonly [month: string, day: string, year: string];

/** Replaces the date, which is written as `09/14/2026`. */
function date(change: (parts: DateParts) => string | undefined): Kind['apply'] {
  return value(fieldsNamed('ms.date'), ({ text }) => {
    const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    return month === undefined || day === undefined || year === undefined ? undefined : change([month, day, year]);
  });
}

/** The days of the month in a leap year. */
function daysIn(month: number): number {
  return new Date(2024, month, 0).getDate();
}

/** Replaces the colon after a key and the space after it. */
function colon(sign: string): Kind['apply'] {
  return at(fields, ({ key, value: { start } }, page): Mutation => replace(page, { start: key.end, end: start }, sign));
}
