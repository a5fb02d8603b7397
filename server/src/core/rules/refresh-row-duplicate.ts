import { defineMessages } from '../../messages/index.js';
import { dateOrdersIn, dayNumber } from '../dialect/dates.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { dateCellOf } from '../dialect/refresh-rows.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { removeTableRows } from '../lint/support/remove-table-rows.js';
import { cellOf, isBodyRow, type Row, type Table, type TableSchema } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';
import { normalized, seen } from '../text/spelling.js';

const texts = defineMessages('refresh-row-duplicate', {
  first: { text: 'The first row', note: 'Marks the other one of two equal rows.' },
  deleteRow: 'Delete the row',
});

const messages = {
  duplicate: { text: 'The row of {date} is in the table twice', note: '{date}: a date, as it is written there.' },
} as const;

export const refreshRowDuplicate = defineRule({
  meta: {
    id: 'refresh-row-duplicate',
    category: 'refresh-summary',
    description: 'The refresh summary contains each row once',
    recommended: 'hint',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'refresh') return;
    const firsts = new Map<string, number>();
    for (const [index, row] of table.rows.entries()) {
      const key = isBodyRow(table, index) ? keyOf(row, schema, page) : undefined;
      if (key === undefined) continue;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, index);
      else report(findingFor(table, schema, index, first));
    }
  },
});

function findingFor(table: Table, schema: TableSchema, index: number, first: number): Finding<typeof messages> {
  const row = table.rows[index];
  const date = row === undefined ? undefined : dateCellOf(row, schema);
  return {
    messageId: 'duplicate',
    data: { date: date?.text ?? '' },
    span: spanOf(table, index),
    tags: ['unnecessary'],
    related: [{ span: spanOf(table, first), message: texts.first }],
    fixes: [preferred(suggestion(texts.deleteRow, removeTableRows(table, index)))],
  };
}

/**
 * The day and the texts of a row: equal rows have the same. `undefined` if the row has no date or doesn't say what
 * changed.
 */
function keyOf(row: Row, schema: TableSchema, { language }: ReadingContext): string | undefined {
  const [order = 'month-first'] = dateOrdersIn(language);
  const date = dateCellOf(row, schema);
  const what = cellOf(row, schema, 'what');
  if (date === undefined || what === undefined || seen(what.text) === '') return undefined;
  const day = date.reading[order]?.date;
  const others = row.cells
    .filter((_, index) => schema.columns[index]?.id !== 'date')
    .map(({ text }) => normalized(seen(text)));
  while (others.at(-1) === '') others.pop();
  return [day === undefined ? date.text : String(dayNumber(day)), ...others].join(' | ');
}

function spanOf({ rows, rowStarts }: Table, index: number): Span {
  const source = rows[index]?.source ?? '';
  return shift(trimmed(source, { start: 0, end: source.length }), rowStarts[index] ?? 0);
}
