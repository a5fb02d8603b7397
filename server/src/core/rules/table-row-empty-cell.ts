import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { lostText } from '../dialect/lost-cells.js';
import { deleteCell } from '../lint/support/cell-counts.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { shift } from '../text/span.js';

export const tableRowEmptyCell = defineRule({
  meta: {
    id: 'table-row-empty-cell',
    category: 'table',
    description: 'No empty cell pushes the last cell of a row out of the table',
    // In a custom table, only the author knows which cell is the extra one.
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      stray: {
        text: 'An empty cell moves the rest of the row one column to the right: GitHub and VS Code don\'t show "{lost}"',
        note: '{lost}: text of the row.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'other' || table.delimiter === undefined) return;
    for (const { row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      const cell = shape.kind === 'stray-empty' ? row.cells[shape.cell] : undefined;
      if (shape.kind !== 'stray-empty' || cell === undefined) continue;
      const data = { lost: lostText(row, schema.width) };
      report({ messageId: 'stray', data, span: shift(cell.outer, start), fixes: [deleteCell(row, shape.cell, start)] });
    }
  },
});
