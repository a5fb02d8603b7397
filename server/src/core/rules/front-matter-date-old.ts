import { defineMessages } from '../../messages/index.js';
import { formOf, writeDate } from '../dialect/date-forms.js';
import { dateOrdersIn, dayNumber, isFuture, readDateAndTime } from '../dialect/dates.js';
import { valueSpanOf, visibleText } from '../dialect/front-matter.js';
import { countDates, datedRows, type DatedRow } from '../dialect/refresh-rows.js';
import type { DatedContext } from '../dialect/reading-context.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { fieldNamed } from '../model/front-matter.js';
import type { Playbook } from '../model/playbook.js';
import { largest } from '../text/lists.js';
import { shift, type Span } from '../text/span.js';

const texts = defineMessages('front-matter-date-old', {
  newest: { text: 'The newest entry of the refresh summary', note: 'Marks a date in a table.' },
  setDate: { text: 'Replace with {date}', note: 'Title of a fix. {date}: 11/29/2026.' },
});

export const frontMatterDateOld = defineRule({
  meta: {
    id: 'front-matter-date-old',
    category: 'front-matter',
    description: "`ms.date` isn't older than the newest entry of the refresh summary",
    recommended: 'off',
    fixable: 'suggestion',
    messages: {
      older: {
        text: '"{text}" is older than the entry "{newest}" in the refresh summary',
        note: '{text} and {newest}: dates, as they are written on the page.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, page, report }) {
    const field = fieldNamed(playbook.frontMatter, 'ms.date');
    if (field?.value.kind !== 'scalar') return;
    const written = visibleText(field);
    const date = readDateAndTime(written)?.date;
    const newest = date === undefined ? undefined : newestEntry(playbook, page);
    if (date === undefined || newest === undefined) return;
    const day = newest.row.reading.date;
    if (dayNumber(date) >= dayNumber(day)) return;
    const span = valueSpanOf(field, playbook.text);
    // Front matter is in English on every page.
    const newText = writeDate(day, formOf([written], ['month-first']));
    report({
      messageId: 'older',
      data: { text: written, newest: newest.row.cell.text },
      span,
      related: [{ span: newest.span, message: texts.newest }],
      fixes: [preferred(suggestion(texts.setDate({ date: newText }), { span, newText }))],
    });
  },
});

/** A row of a refresh summary, and the span of its date in the file. */
interface Entry {
  readonly row: DatedRow;
  readonly span: Span;
}

/** The newest entry of the page, if every date of its refresh summaries can be read and is plausible. */
function newestEntry({ tables }: Playbook, page: DatedContext): Entry | undefined {
  let newest: Entry | undefined;
  for (const { table, schema, start } of tables) {
    if (schema.kind !== 'refresh') continue;
    const [order = 'month-first'] = dateOrdersIn(page.language);
    const rows = datedRows(table, schema, order);
    // Other rules report these dates. Until they are fixed, any of them may be the newest.
    if (rows.length !== countDates(table, schema)) return undefined;
    if (rows.some(({ reading }) => isFuture(reading.date, page.today))) return undefined;
    const row = newestAtEnd(rows);
    if (rows.length > 0 && row === undefined) return undefined;
    if (row === undefined || (newest !== undefined && numberOf(newest.row) >= numberOf(row))) continue;
    newest = { row, span: shift(row.cell.span, start + (table.rowStarts[row.index] ?? 0)) };
  }
  return newest;
}

/** The first or the last row, if no other row is newer. In the middle, the newest date is probably mistyped. */
function newestAtEnd(rows: readonly DatedRow[]): DatedRow | undefined {
  const newest = largest(rows.map(numberOf));
  return [rows.at(0), rows.at(-1)].find((row) => row !== undefined && numberOf(row) === newest);
}

function numberOf({ reading }: DatedRow): number {
  return dayNumber(reading.date);
}
