import { at, lastCellTwice, remove, replace, type Kind } from '../kind.js';
import type { Page } from '../page.js';
import { refreshCells, refreshRows, type CellPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in the refresh log. */
export const refresh: readonly Kind[] = [
  {
    id: 'refresh-digit-extra',
    describe: 'A digit of the year is typed twice.',
    apply: date(({ before, year }, random) => {
      const digit = random.below(year.length);
      return before + year.slice(0, digit) + year.charAt(digit) + year.slice(digit);
    }),
  },
  {
    id: 'refresh-day-month-swapped',
    describe: 'The day and the month are in the wrong order.',
    apply: date(({ one, other, year }) => (one === other ? undefined : `${other}/${one}/${year}`)),
  },
  {
    id: 'refresh-year-typo-old',
    describe: 'A year is ten years too early.',
    apply: date(({ before, year }) => before + String(Number(year) - 10)),
  },
  {
    id: 'refresh-year-future',
    describe: 'A year is ten years too late.',
    apply: date(({ before, year }) => before + String(Number(year) + 10)),
  },
  {
    id: 'refresh-slash-missing',
    describe: 'A slash of the date is lost.',
    apply: date(({ one, other, year }, random) => random.pick([`${one}${other}/${year}`, `${one}/${other}${year}`])),
  },
  {
    id: 'refresh-date-empty',
    describe: 'The date is deleted.',
    apply: at(refreshCells('date'), ({ span }, page) => remove(page, span)),
  },
  {
    id: 'refresh-who-empty',
    describe: 'The name of the author is deleted.',
    apply: at(refreshCells('who'), ({ span }, page) => remove(page, span)),
  },
  {
    id: 'refresh-cell-missing',
    describe: 'The cell with the name of the author is lost.',
    apply: at(refreshCells('who'), ({ row, span }, page) => {
      const end = row.pipes.find((pipe) => pipe >= span.end);
      const start = row.pipes.filter((pipe) => pipe < span.start).at(-1);
      return start === undefined || end === undefined ? undefined : remove(page, { start, end });
    }),
  },
  {
    id: 'refresh-extra-cell',
    describe: 'The last cell of a row is there twice.',
    apply: at(refreshRows, lastCellTwice),
  },
];

interface DateParts {
  readonly one: string;
  readonly other: string;
  readonly year: string;
  /** Everything before the year. */
  readonly before: string;
}

/** Replaces a date with slashes. */
function date(change: (date: DateParts, random: Random) => string | undefined): Kind['apply'] {
  return at(datesWithSlashes, ({ span, text }, page, random) => {
    const [one = '', other = '', year = ''] = text.split('/');
    const changed = change({ one, other, year, before: `${one}/${other}/` }, random);
    return changed === undefined ? undefined : replace(page, span, changed);
  });
}

function datesWithSlashes(page: Page): CellPlace[] {
  return refreshCells('date')(page).filter(({ text }) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text));
}
