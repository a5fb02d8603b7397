import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type CheckedPage, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { hasPipe } from '../dialect/renderers.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { cutShort, tableLineEnd } from '../dialect/task-rows.js';
import { isBodyRow, type Table, type TableSchema } from '../model/tables.js';
import { removeLines } from '../lint/support/whole-lines.js';
import { shift, sliceOf, trimmed, type Span } from '../text/span.js';

const texts = defineMessages('table-line-without-pipe', {
  insertLine: 'Insert a blank line above',
  makeCells: { text: 'Replace the tabs with pipes', note: 'Title of a fix. The text becomes a row of the table.' },
  moveBelow: 'Move the text below the table',
  deleteRepeated: {
    text: 'Delete the line',
    note: 'Title of a fix for a line whose text is also elsewhere on the page.',
  },
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
    for (const line of linesWithoutPipe(table, schema, page)) {
      report({
        messageId: 'noPipe',
        data: { text: cutShort(line.text) },
        span: line.span,
        fixes: fixesFor(line, page),
      });
    }
  },

  /** The same problem. A text that is on the page a second time can be deleted. */
  workspace({ playbook, page, report }) {
    for (const { table, schema, start } of playbook.tables) {
      for (const line of linesWithoutPipe(table, schema, page)) {
        if (cellsBetweenTabs(line) !== undefined || !isTwiceIn(playbook.text, line.text)) continue;
        const span = shift(line.span, start);
        const deletion = suggestion(texts.deleteRepeated, removeLines(playbook.text, span));
        const fixes = [deletion, ...fixesFor(line, page).map((fix) => shifted(fix, start))];
        report({ messageId: 'noPipe', data: { text: cutShort(line.text) }, span, fixes });
      }
    }
  },
});

/** A line of a table that has no pipe. */
interface LineWithoutPipe {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly index: number;
  readonly text: string;
  /** Relative to the table. */
  readonly span: Span;
}

function linesWithoutPipe(
  table: Table,
  schema: TableSchema,
  { vocabulary }: ReadingContext,
): readonly LineWithoutPipe[] {
  return oddRowsOf(table, schema, vocabulary)
    .filter(({ shape }) => shape.kind === 'without-pipe')
    .map(({ index, row, start }) => {
      const span = trimmed(row.source, { start: 0, end: row.source.length });
      return { table, schema, index, text: sliceOf(row.source, span), span: shift(span, start) };
    });
}

function fixesFor(line: LineWithoutPipe, page: Pick<CheckedPage, 'lineEnd'>): Fix[] {
  const cells = cellsBetweenTabs(line);
  if (cells !== undefined)
    return [preferred(suggestion(texts.makeCells, { span: line.span, newText: `| ${cells.join(' | ')} |` }))];
  return [belowTable(line, tableLineEnd(line.table, page)), ...intoRowAbove(line.table, line.index)];
}

/** The cells of a row from a spreadsheet, if there is one for each column. The last ones may be empty. */
function cellsBetweenTabs({ table, index, schema, text }: LineWithoutPipe): string[] | undefined {
  if (!text.includes('\t')) return undefined;
  const source = table.rows[index]?.source ?? '';
  const withEmpty = source.slice(source.indexOf(text)).split('\t').slice(0, schema.width);
  const isRow = withEmpty.length === schema.width && text.split('\t').length <= schema.width;
  return isRow ? withEmpty.map((cell) => cell.trim()) : undefined;
}

/** Moves the text below the table, with a blank line between them. */
function belowTable({ table, index, text, span }: LineWithoutPipe, lineEnd: string): Fix {
  const start = table.rowStarts[index] ?? 0;
  const rest = table.rows.slice(index + 1);
  if (rest.every((row) => !hasPipe(row)))
    return suggestion(texts.insertLine, { span: { start, end: start }, newText: lineEnd });
  const end = (table.rowStarts.at(-1) ?? 0) + (table.rows.at(-1)?.source.length ?? 0);
  return suggestion(
    texts.moveBelow,
    { span: { start, end: table.rowStarts[index + 1] ?? span.end }, newText: '' },
    { span: { start: end, end }, newText: lineEnd + lineEnd + text },
  );
}

function isTwiceIn(page: string, text: string): boolean {
  return page.indexOf(text) !== page.lastIndexOf(text);
}

function shifted(fix: Fix, offset: number): Fix {
  return { ...fix, edits: fix.edits.map(({ span, newText }) => ({ span: shift(span, offset), newText })) };
}

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
