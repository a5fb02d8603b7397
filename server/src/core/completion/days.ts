import { defineMessages } from '../../messages/index.js';
import { dayOf, formOf, writeDate } from '../dialect/date-forms.js';
import { dateOrdersIn, type DateOrder } from '../dialect/dates.js';
import { usualDate } from '../dialect/front-matter.js';
import { dateCellOf } from '../dialect/refresh-rows.js';
import { isBodyRow, type PlacedTable } from '../model/tables.js';
import type { Language } from '../vocabulary/language.js';
import type { CompletionRequest } from './completion.js';

const texts = defineMessages('days', {
  today: { text: 'today', note: 'What the suggested date is.' },
});

export const TODAY = texts.today;

/**
 * Today's date for the front matter: in the form of the present date, otherwise of the page's log, if that is
 * month/day/year.
 */
export function todayFor(written: string | undefined, { playbook, today }: CompletionRequest): string {
  const logged = playbook.tables
    .filter(({ schema }) => schema.kind === 'refresh')
    .slice(0, 1)
    .flatMap(datesIn);
  const samples = [written ?? '', ...logged].filter((sample) => MONTH_DAY_YEAR.test(sample.trim()));
  return samples.length === 0 ? usualDate(today) : todayLike(samples, today, ['month-first']);
}

const MONTH_DAY_YEAR = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** Today's date for a row of a refresh log, in the form of its other rows. */
export function todayInTable(placed: PlacedTable, today: string, language: Language): string {
  return todayLike(datesIn(placed), today, dateOrdersIn(language));
}

function todayLike(samples: readonly string[], today: string, orders: readonly DateOrder[]): string {
  const day = dayOf(today);
  return day === undefined ? today : writeDate(day, formOf(samples, orders));
}

/** How many of the latest rows of a log are read. */
const SAMPLE_ROWS = 20;

/** The dates of the first rows of a log, as written. */
function datesIn({ table, schema }: PlacedTable): string[] {
  return table.rows
    .slice(0, SAMPLE_ROWS)
    .flatMap((row, index) => (isBodyRow(table, index) ? (dateCellOf(row, schema)?.text ?? []) : []));
}
