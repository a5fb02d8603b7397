import { defineMessages } from '../../messages/index.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { lostSpan, lostText } from '../dialect/lost-cells.js';
import { deleteRepeatedCell, escapePipeFix, keepInLastCell } from '../lint/support/cell-counts.js';
import { widenHead } from '../lint/support/column-edits.js';
import { suggestion } from '../lint/support/fixes.js';
import { oddRowsOf, type OddRow } from '../dialect/odd-rows.js';
import type { Table } from '../model/tables.js';
import { shift, trimmed } from '../text/span.js';

const texts = defineMessages('table-row-cell-count', {
  addHeaderCells: { text: 'Add empty header cells to show {count} columns', note: '{count}: a number, two or more.' },
});

const messages = {
  tooMany: {
    text: '{width, plural, one {The row has {cells} cells, but the table has # column: GitHub and VS Code don\'t show "{lost}"} other {The row has {cells} cells, but the table has # columns: GitHub and VS Code don\'t show "{lost}"}}',
    note: '{lost}: text of the row.',
  },
  pipeInText: {
    text: 'This pipe ends the cell, so GitHub and VS Code don\'t show "{lost}": write "\\|" for a pipe in the text',
    note: '{lost}: text of the row.',
  },
  header: {
    text: "{width, plural, one {The header has # cell, but {rows} of {of} rows have {cells}: GitHub and VS Code don't show the extra cells} other {The header has # cells, but {rows} of {of} rows have {cells}: GitHub and VS Code don't show the extra cells}}",
    note: '{width} and {cells}: numbers of cells. {rows}, {of}: numbers of rows, the first two or more.',
  },
} as const;

export const tableRowCellCount = defineRule({
  meta: {
    id: 'table-row-cell-count',
    category: 'table',
    description: 'A row has no text beyond the last column',
    recommended: 'error',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'other' || table.delimiter === undefined) return;
    for (const odd of oddRowsOf(table, schema, page.vocabulary)) {
      const finding = findingFor(odd, schema.width, table);
      if (finding !== undefined) report(finding);
    }
  },
});

function findingFor({ row, start, shape }: OddRow, width: number, table: Table): Finding<typeof messages> | undefined {
  const cells = row.cells.length;
  switch (shape.kind) {
    case 'too-many': {
      const lost = lostText(row, width);
      if (shape.pipe === undefined)
        return {
          messageId: 'tooMany',
          data: { cells, width, lost },
          span: shift(lostSpan(row, width), start),
          fixes: [...deleteRepeatedCell(row, width, start), keepInLastCell(row, width, start)],
        };
      const pipe = { start: shape.pipe, end: shape.pipe + 1 };
      return {
        messageId: 'pipeInText',
        data: { lost },
        span: shift(pipe, start),
        fixes: [escapePipeFix(shape.pipe, start)],
      };
    }
    case 'header-width': {
      const span = shift(trimmed(row.source, { start: 0, end: row.source.length }), start);
      const fix = suggestion(texts.addHeaderCells({ count: shape.width }), ...widenHead(table, width, shape.width));
      return {
        messageId: 'header',
        data: { width, rows: shape.rows, of: shape.of, cells: shape.width },
        span,
        fixes: [fix],
      };
    }
    default:
      return undefined;
  }
}
