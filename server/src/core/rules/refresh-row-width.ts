import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';

export const refreshRowWidth = defineRule({
  meta: {
    id: 'refresh-row-width',
    category: 'refresh-summary',
    description: 'A row of the refresh summary has no more cells than the header',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      tooMany: '{count} cells under a header of {width}: not every renderer shows this text',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, report }) {
    if (schema.kind !== 'refresh' || row.cells.length <= schema.width) return;
    const [first] = row.cells.slice(schema.width).filter(({ text }) => text !== '');
    const last = row.cells[row.cells.length - 1];
    // An empty cell loses nothing.
    if (first === undefined || last === undefined) return;
    report({ messageId: 'tooMany', data: { count: row.cells.length, width: schema.width }, span: { start: first.span.start, end: Math.max(first.span.end, last.span.end) } });
  },
});
