import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { dateOrdersIn, nearestDates, readDate } from '../dialect/dates.js';
import { replaceWithNearest } from '../lint/support/fixes.js';
import { dateCellOf } from '../dialect/refresh-rows.js';

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

  row({ row, schema, page, report }) {
    const cell = dateCellOf(row, schema);
    const orders = dateOrdersIn(page.language);
    if (cell === undefined || !isMeantAsDate(cell.text) || orders.some((order) => cell.reading[order] !== undefined))
      return;
    const { text, span } = cell;
    const candidates = nearestDates(text, orders, Number(page.today.slice(0, 4)));
    const [nearest] = candidates;
    if (nearest === undefined) report({ messageId: 'malformed', data: { text }, span });
    else report({ messageId: 'near', data: { text, nearest }, span, fixes: replaceWithNearest(span, candidates) });
  },
});

/** "To be announced", "March 2020", and "3/27/2020 (draft)" aren't typos. */
function isMeantAsDate(text: string): boolean {
  return /\d/.test(text) && readDate(`1 ${text}`) === undefined && readDate(/^\S+/.exec(text)?.[0] ?? '') === undefined;
}
