import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf } from '../lint/support/row-shape.js';
import { cutShort, lineEndIn } from '../lint/support/task-rows.js';
import { shift, trimmed } from '../text/span.js';

export const tableLineWithoutPipe = defineRule({
  meta: {
    id: 'table-line-without-pipe',
    category: 'table',
    description: 'Every line of a table has a pipe, and a blank line ends the table',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      noPipe: 'No pipe in "{text}": the site (docfx) shows no table because of this line, GitHub and VS Code show it as a row',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const { index, row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      if (shape.kind !== 'without-pipe') continue;
      const isLast = index === table.rows.length - 1;
      report({
        messageId: 'noPipe',
        data: { text: cutShort(row.source.trim()) },
        span: shift(trimmed(row.source, { start: 0, end: row.source.length }), start),
        fixes: isLast ? [{ title: 'Insert a blank line above', edits: [{ span: { start, end: start }, newText: lineEndIn(table) }], applicability: 'suggestion' }] : [],
      });
    }
  },
});
