import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { dateOrdersIn, nearestDates, readDate, type DateOrder } from '../dialect/dates.js';
import { replaceWithNearest } from '../lint/support/fixes.js';
import { dateCellOf, datedRows, fitsBetween, neighborsOf } from '../dialect/refresh-rows.js';
import { isBodyRow, type Table, type TableSchema } from '../model/tables.js';
import { shift } from '../text/span.js';

export const refreshDateMalformed = defineRule({
  meta: {
    id: 'refresh-date-malformed',
    category: 'refresh-summary',
    description: 'The dates in the refresh summary are valid',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      malformed: '"{text}" isn\'t a valid date',
      near: '"{text}" isn\'t a valid date. Did you mean "{nearest}"?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'refresh') return;
    const orders = dateOrdersIn(page.language);
    for (const [index, row] of table.rows.entries()) {
      const cell = isBodyRow(table, index) ? dateCellOf(row, schema) : undefined;
      if (cell === undefined || orders.some((order) => cell.reading[order] !== undefined)) continue;
      const { text } = cell;
      if (!isMeantAsDate(text)) continue;
      const span = shift(cell.span, table.rowStarts[index] ?? 0);
      const fits = (date: string): boolean => orders.some((order) => isInOrder(date, order, index, table, schema));
      const candidates = nearestDates(text, orders, Number(page.today.slice(0, 4))).sort(
        (one, other) => Number(fits(other)) - Number(fits(one)),
      );
      const [nearest] = candidates;
      if (nearest === undefined) report({ messageId: 'malformed', data: { text }, span });
      else report({ messageId: 'near', data: { text, nearest }, span, fixes: replaceWithNearest(span, candidates) });
    }
  },
});

/** Whether the row at `index` would be between its neighbors with the date `text`. */
function isInOrder(text: string, order: DateOrder, index: number, table: Table, schema: TableSchema): boolean {
  const date = readDate(text, order)?.date;
  return date !== undefined && fitsBetween(date, neighborsOf(index, datedRows(table, schema, order)));
}

/** "To be announced", "March 2020", and "3/27/2020 (draft)" aren't typos. */
function isMeantAsDate(text: string): boolean {
  return /\d/.test(text) && readDate(`1 ${text}`) === undefined && readDate(/^\S+/.exec(text)?.[0] ?? '') === undefined;
}
