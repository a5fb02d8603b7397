import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { suggestion } from '../lint/support/fixes.js';
import { columnIndex, type Row, type TableSchema } from '../model/tables.js';
import { trimmed } from '../text/span.js';
import { seen } from '../text/spelling.js';

const texts = defineMessages('refresh-cell-empty', {
  insertCell: {
    text: 'Insert an empty cell for "{column}"',
    note: 'Title of a fix for a table row. {column}: the name of a column.',
  },
});

export const refreshCellEmpty = defineRule({
  meta: {
    id: 'refresh-cell-empty',
    category: 'refresh-summary',
    description: 'A row of the refresh summary says when something changed, who changed it, and what',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      empty: { text: '"{column}" is empty', note: '{column}: the name of a column, such as Date.' },
      tooFew: {
        text: '{cells, plural, one {# cell} other {# cells}} under a header with {width}: the text may be in the wrong column',
        note: '{cells} and {width}: numbers of cells.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  row({ row, schema, report }) {
    if (schema.kind !== 'refresh' || row.cells.every(({ text }) => seen(text) === '')) return;
    if (row.cells.length < needed(schema) || lacksAuthor(row, schema)) {
      const data = { cells: row.cells.length, width: schema.width };
      const span = trimmed(row.source, { start: 0, end: row.source.length });
      report({ messageId: 'tooFew', data, span, fixes: insertAuthor(row, schema) });
      return;
    }
    for (const [index, { id, cell: header }] of schema.columns.entries()) {
      const cell = row.cells[index];
      if (id === undefined || id === 'notes' || header === undefined || cell === undefined || seen(cell.text) !== '')
        continue;
      report({ messageId: 'empty', data: { column: header.text }, span: cell.outer });
    }
  },
});

/** How many cells a row needs at least: notes can be left out. */
function needed({ columns, width }: TableSchema): number {
  const last = columns.reduce((found, { id }, index) => (id !== undefined && id !== 'notes' ? index : found), -1);
  return Math.min(last + 1, width);
}

/** Whether a cell is missing, and the cell of the author contains a description. */
function lacksAuthor({ cells }: Row, schema: TableSchema): boolean {
  const text = cells[columnIndex(schema, 'who')]?.text;
  return cells.length < schema.width && text !== undefined && DESCRIPTION.test(text);
}

function insertAuthor(row: Row, schema: TableSchema): Fix[] {
  const index = columnIndex(schema, 'who');
  const start = row.cells[index]?.outer.start;
  const column = schema.columns[index]?.cell?.text;
  if (start === undefined || column === undefined || !lacksAuthor(row, schema)) return [];
  return [suggestion(texts.insertCell({ column }), { span: { start, end: start }, newText: '  |' })];
}

/** Words in lowercase, as in no name except a few; numbers, or more characters than a name has. */
const DESCRIPTION =
  /\d|[。、；]|(?<=\s)(?!(?:d[aeiou]|d[ao]s|del|l[ae]|v[ao]n|de[nr]|te[nr]|zum?|bin|al|e|y|and|und|et)(?!\p{L}))\p{Ll}{2}|\p{Script=Hiragana}{2}|\p{Script=Han}{6}/u;
