import { defineMessages } from '../../messages/index.js';
import { hasPipe, isOutside, renderingOf, showsAllRows } from '../dialect/renderers.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Finding, type Fix } from '../lint/rule.js';
import type { Row, Table } from '../model/tables.js';
import { indentationOf } from '../text/indentation.js';
import { shift, trimmed } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

const texts = defineMessages('table-row-indented', {
  deleteIndentation: {
    text: '{rows, plural, one {Delete the indentation} other {Delete the indentation of # rows}}',
    note: 'Title of a fix. Indentation: the white space at the start of a line.',
  },
  indent: {
    text: '{rows, plural, one {Indent the row like the header} other {Indent # rows like the header}}',
    note: 'Title of a fix.',
  },
});

const messages = {
  endsTable:
    '{below, plural, =0 {The row is indented like code: GitHub and VS Code end the table above it, and show this row as code} other {The row is indented like code: GitHub and VS Code end the table above it, and show this row as code and the rows below it as text}}',
  outsideList:
    "{below, plural, =0 {The row isn't indented like the table in the list: GitHub and VS Code end the table above it, and show this row as text} other {The row isn't indented like the table in the list: GitHub and VS Code end the table above it, and show this row and the rows below it as text}}",
  header:
    'The header is indented like code: readers on GitHub, in VS Code, and on the site (docfx) see code and lines of text, not a table',
  delimiter: "The delimiter row is indented like code: only the site (docfx) shows a table, GitHub and VS Code don't",
} as const;

export const tableRowIndented = defineRule({
  meta: {
    id: 'table-row-indented',
    category: 'table',
    description: 'The rows of a table are indented like its header',
    recommended: 'error',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  table({ table, report }) {
    if (table.header !== 0 || table.rows[table.delimiter ?? -1]?.delimiter !== 'valid') return;
    const outside = table.rows.flatMap((row, index) => (isMisplaced(row, table) ? [index] : NONE));
    const [first] = outside;
    if (first !== undefined) report(findingFor(table, first, outside));
  },
});

const NONE: readonly number[] = [];

function isMisplaced(row: Row, table: Table): boolean {
  return isOutside(row, table) && !row.isConflictMarker && hasPipe(row);
}

function findingFor(table: Table, first: number, outside: readonly number[]): Finding<typeof messages> {
  const source = table.rows[first]?.source ?? '';
  const isCode = indentationOf(source).columns >= table.margin;
  const title = isCode ? texts.deleteIndentation : texts.indent;
  const span = shift(trimmed(source, { start: 0, end: source.length }), table.rowStarts[first] ?? 0);
  const fix: Fix = {
    title: title({ rows: outside.length }),
    edits: outside.map((index) => indentLikeOthers(table, index)),
    applicability: isCode && isShownWhole(withRows(table, outside)) ? 'safe' : 'suggestion',
  };
  if (first === table.header) return { messageId: 'header', span, fixes: [fix] };
  if (first === table.delimiter) return { messageId: 'delimiter', span, fixes: [fix] };
  const below = table.rows.length - 1 - first;
  return { messageId: isCode ? 'endsTable' : 'outsideList', data: { below }, span, fixes: [fix] };
}

/** Whether each renderer shows each line as a row, with all its text. */
function isShownWhole(table: Table): boolean {
  const { gfm, docfx } = renderingOf(table, false);
  return gfm && docfx && showsAllRows(table, table.rows[table.header ?? 0]?.cells.length ?? 0);
}

function indentLikeOthers(table: Table, index: number): TextEdit {
  const { length } = indentationOf(table.rows[index]?.source ?? '');
  return { span: shift({ start: 0, end: length }, table.rowStarts[index] ?? 0), newText: indentIn(table) };
}

/** The white space before the first row in its place. */
function indentIn(table: Table): string {
  const source = table.rows.find((row) => !isOutside(row, table))?.source ?? '';
  return source.slice(0, indentationOf(source).length);
}

/** The table after the fix. The positions of its cells are wrong, which doesn't matter to renderers. */
function withRows(table: Table, outside: readonly number[]): Table {
  const indent = indentIn(table);
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      outside.includes(index) ? { ...row, source: indent + row.source.trimStart() } : row,
    ),
  };
}
