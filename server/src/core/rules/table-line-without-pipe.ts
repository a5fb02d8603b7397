import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { hasPipe } from '../dialect/renderers.js';
import { oddRowsOf } from '../dialect/row-shape.js';
import { cutShort, tableLineEnd } from '../dialect/task-rows.js';
import { isBodyRow, type Table } from '../model/tables.js';
import { shift, trimmed } from '../text/span.js';

const texts = defineMessages('table-line-without-pipe', {
  insertLine: 'Insert a blank line above',
  moveText: 'Move the text to the last cell of the row above',
});

export const tableLineWithoutPipe = defineRule({
  meta: {
    id: 'table-line-without-pipe',
    category: 'table',
    description: 'Every line of a table has a pipe, and a blank line follows the table',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      noPipe:
        'No pipe in "{text}": because of this line, the site (docfx) doesn\'t show the table; GitHub and VS Code show it as a row',
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
        fixes: [
          ...(isLast
            ? [
                suggestion(texts.insertLine, {
                  span: { start, end: start },
                  newText: tableLineEnd(table, page),
                }),
              ]
            : []),
          ...intoRowAbove(table, index),
        ],
      });
    }
  },
});

/** Moves the text to the end of the row above, if there is one. */
function intoRowAbove(table: Table, index: number): Fix[] {
  const [above, line] = [table.rows[index - 1], table.rows[index]];
  const cell = above?.cells.at(-1);
  if (
    above === undefined ||
    line === undefined ||
    cell === undefined ||
    !isBodyRow(table, index - 1) ||
    !hasPipe(above)
  )
    return [];
  const start = table.rowStarts[index - 1] ?? 0;
  const end = { start: start + cell.span.end, end: start + cell.span.end };
  const rest = { start: start + above.source.length, end: (table.rowStarts[index] ?? 0) + line.source.length };
  const text = line.source.trim();
  return [
    suggestion(
      texts.moveText,
      { span: end, newText: cell.text === '' ? text : ` ${text}` },
      { span: rest, newText: '' },
    ),
  ];
}
