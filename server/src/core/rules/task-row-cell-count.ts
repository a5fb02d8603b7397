import { defineMessages, listed, quoted, type MessageList } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Finding, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { lostSpan, lostText } from '../dialect/lost-cells.js';
import { deleteCell, deleteRepeatedCell, escapePipeFix, keepInLastCell } from '../lint/support/cell-counts.js';
import { suggestion } from '../lint/support/fixes.js';
import { oddRowsOf, type OddRow } from '../dialect/odd-rows.js';
import { columnName, cutShort } from '../dialect/task-rows.js';
import type { Row, TableSchema } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';

const texts = defineMessages('task-row-cell-count', {
  split: 'Split into two cells',
  insertCell: 'Insert an empty cell',
  addCells: '{count, plural, one {Add an empty cell at the end} other {Add # empty cells at the end}}',
});

const messages = {
  missing: {
    text: '{cells, plural, one {The cell for the column "{column}" is missing: the row has # cell, but the table has {width} columns} other {The cell for the column "{column}" is missing: the row has # cells, but the table has {width} columns}}',
    note: '{width}: a number, two or more.',
  },
  merged: {
    text: 'No pipe between "{left}" and "{right}": the row has one cell too few, and the rest of the row is in the wrong columns',
    note: '{left} and {right}: texts of the row.',
  },
  tooFew: {
    text: '{cells, plural, one {The row has # cell, but the table has {width} columns: no cells for {columns}} other {The row has # cells, but the table has {width} columns: no cells for {columns}}}',
    note: '{width}: a number, two or more. {columns}: a list of the names of columns, in quotation marks.',
  },
  tooMany: {
    text: '{width, plural, one {The row has {cells} cells, but the table has # column: GitHub and VS Code don\'t show "{lost}"} other {The row has {cells} cells, but the table has # columns: GitHub and VS Code don\'t show "{lost}"}}',
    note: '{lost}: text of the row.',
  },
  pipeInText: {
    text: 'This pipe ends the cell, so GitHub and VS Code don\'t show "{lost}": write "\\|" for a pipe in the text',
    note: '{lost}: text of the row.',
  },
  stray: {
    text: 'An empty cell moves the rest of the row one column to the right: GitHub and VS Code don\'t show "{lost}"',
    note: '{lost}: text of the row.',
  },
  header: {
    text: '{width, plural, one {The header has # cell, but {rows} of {of} rows have {cells}} other {The header has # cells, but {rows} of {of} rows have {cells}}}',
    note: '{width} and {cells}: numbers of cells. {rows}, {of}: numbers of rows, two or more.',
  },
} as const;

export const taskRowCellCount = defineRule({
  meta: {
    id: 'task-row-cell-count',
    category: 'task-table',
    description: 'A task row has one cell for each column',
    recommended: 'error',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'task') return;
    for (const odd of oddRowsOf(table, schema, page.vocabulary)) {
      const finding = findingFor(odd, schema, page);
      if (finding !== undefined) report(finding);
    }
  },
});

function findingFor(
  { row, start, shape }: OddRow,
  schema: TableSchema,
  page: ReadingContext,
): Finding<typeof messages> | undefined {
  const { width } = schema;
  const cells = row.cells.length;
  switch (shape.kind) {
    case 'too-few':
      if (shape.missing === undefined) {
        return {
          messageId: 'tooFew',
          data: { cells, width, columns: emptyColumns(row, schema, page) },
          span: shift(lastCell(row), start),
          fixes: [fillUp(row, width, start)],
        };
      }
      return {
        messageId: 'missing',
        data: { cells, width, column: columnName(schema, shape.missing, page) },
        span: shift(besideCell(row, shape.missing), start),
        fixes: [insertCell(row, shape.missing, start)],
      };
    case 'merged':
      return {
        messageId: 'merged',
        data: { left: cutShort(shape.left, 30), right: cutShort(shape.right, 30) },
        span: shift(shape.cell, start),
        fixes: [
          {
            title: texts.split,
            edits: [{ span: shift(shape.gap, start), newText: ' | ' }],
            applicability: 'suggestion',
          },
        ],
      };
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
    case 'stray-empty':
      return {
        messageId: 'stray',
        data: { lost: lostText(row, width) },
        span: shift(row.cells[shape.cell]?.outer ?? lastCell(row), start),
        fixes: [deleteCell(row, shape.cell, start)],
      };
    case 'header-width':
      return {
        messageId: 'header',
        data: { width, rows: shape.rows, of: shape.of, cells: shape.width },
        span: shift(wholeOf(row), start),
      };
    default:
      return undefined;
  }
}

function emptyColumns(row: Row, schema: TableSchema, page: ReadingContext): MessageList {
  const names = schema.columns.map((_, index) => columnName(schema, index, page));
  return listed(names.slice(row.cells.length).map(quoted));
}

function insertCell(row: Row, index: number, start: number): Fix {
  const next = row.cells[index];
  const end = wholeOf(row).end;
  const at = next?.outer.start ?? end;
  const newText = next !== undefined ? '  |' : row.closingPipe ? '  |' : ' |  |';
  return {
    title: texts.insertCell,
    edits: [{ span: shift({ start: at, end: at }, start), newText }],
    applicability: 'suggestion',
  };
}

/** Adds empty cells at the end, if it isn't clear which ones are missing. */
function fillUp(row: Row, width: number, start: number): Fix {
  const count = width - row.cells.length;
  const at = start + wholeOf(row).end;
  const newText = (row.closingPipe ? '' : ' |') + '  |'.repeat(count);
  return suggestion(texts.addCells({ count }), { span: { start: at, end: at }, newText });
}

/** The cell in the position of the missing one, or the last cell if the row ends before it. */
function besideCell(row: Row, index: number): Span {
  return row.cells[index]?.span ?? lastCell(row);
}

function lastCell(row: Row): Span {
  return row.cells[row.cells.length - 1]?.span ?? wholeOf(row);
}

function wholeOf({ source }: Row): Span {
  return trimmed(source, { start: 0, end: source.length });
}
