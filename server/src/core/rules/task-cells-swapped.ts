import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { columnName, cutShort } from '../dialect/task-rows.js';
import type { Cell, Row } from '../model/tables.js';
import { shift, sliceOf } from '../text/span.js';

const texts = defineMessages('task-cells-swapped', {
  swap: 'Swap the two cells',
});

export const taskCellsSwapped = defineRule({
  meta: {
    id: 'task-cells-swapped',
    category: 'task-table',
    description: "Two cells of a task row aren't in each other's columns",
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      swapped: {
        text: '"{left}" and "{right}" are swapped: the columns are "{leftColumn}" and "{rightColumn}"',
        note: '{left} and {right}: the texts of two cells, from left to right. {leftColumn} and {rightColumn}: the names of their columns.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  table({ table, schema, page, report }) {
    for (const { row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      if (shape.kind !== 'swapped') continue;
      const [left, right] = [row.cells[shape.first], row.cells[shape.second]];
      if (left === undefined || right === undefined) continue;
      report({
        messageId: 'swapped',
        data: {
          left: cutShort(left.text, 30),
          right: cutShort(right.text, 30),
          leftColumn: columnName(schema, shape.first, page),
          rightColumn: columnName(schema, shape.second, page),
        },
        span: shift({ start: left.span.start, end: right.span.end }, start),
        fixes: [swap(row, left, right, start)],
      });
    }
  },
});

function swap({ source }: Row, left: Cell, right: Cell, start: number): Fix {
  return preferred(
    suggestion(
      texts.swap,
      { span: shift(left.span, start), newText: sliceOf(source, right.span) },
      { span: shift(right.span, start), newText: sliceOf(source, left.span) },
    ),
  );
}
