import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { isBodyRow, type Row, type Table } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';

export const tableDelimiterCount = defineRule({
  meta: {
    id: 'table-delimiter-count',
    category: 'table',
    description: 'A delimiter row has as many cells as the header row',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      differs: 'The delimiter row has {delimiter} cells, the header {header}: GitHub and VS Code show no table, only the site (docfx) does',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, report }) {
    const header = table.rows[table.header ?? -1];
    const delimiter = table.rows[table.delimiter ?? -1];
    if (header === undefined || delimiter?.delimiter !== 'valid' || header.cells.length === delimiter.cells.length) return;
    const start = table.rowStarts[table.delimiter ?? 0] ?? 0;
    report({
      messageId: 'differs',
      data: { delimiter: delimiter.cells.length, header: header.cells.length },
      span: shift(trimmed(delimiter.source, { start: 0, end: delimiter.source.length }), start),
      fixes: [resize(delimiter, header.cells.length, start, rowsAgreeWith(header, table))],
    });
  },
});

/** Whether no row has more cells than the header. Otherwise it may be the header that is wrong. */
function rowsAgreeWith(header: Row, table: Table): boolean {
  return table.rows.every((row, index) => !isBodyRow(table, index) || row.cells.length <= header.cells.length);
}

function resize(delimiter: Row, width: number, start: number, isSafe: boolean): Fix {
  const missing = width - delimiter.cells.length;
  const edit = missing > 0 ? { span: endOf(delimiter), newText: added(delimiter, missing) } : { span: surplus(delimiter, width), newText: '' };
  return {
    title: missing > 0 ? 'Add the missing cells' : 'Delete the surplus cells',
    edits: [{ span: shift(edit.span, start), newText: edit.newText }],
    applicability: isSafe ? 'safe' : 'suggestion',
  };
}

function added({ closingPipe }: Row, missing: number): string {
  return closingPipe ? '---|'.repeat(missing) : '|---'.repeat(missing);
}

function endOf({ source }: Row): Span {
  const { end } = trimmed(source, { start: 0, end: source.length });
  return { start: end, end };
}

/** From the last cell that stays to the closing pipe, or to the end without one. */
function surplus(delimiter: Row, width: number): Span {
  const start = delimiter.cells[width - 1]?.outer.end ?? 0;
  const end = delimiter.cells[delimiter.cells.length - 1]?.outer.end ?? start;
  return { start, end };
}
