import { isBodyRow, type Row, type Table } from '../model/tables.js';
import { CODE_INDENT, indentationOf } from '../text/indentation.js';
import { seen } from '../text/spelling.js';

/**
 * The renderers of playbooks, and how they treat tables.
 *
 * `gfm`: GitHub, and the VS Code preview. They require a delimiter row as wide as the header, show the columns of the
 * header, and omit every cell beyond them. `docfx`: the published site. It accepts a delimiter row of any width and
 * widens the table to its widest row, but shows no table if one of its lines has no pipe or if text is directly above
 * it.
 */
export interface TableRendering {
  readonly gfm: boolean;
  readonly docfx: boolean;
}

/** Whether the renderers show a table. `afterText`: the line above belongs to a paragraph. */
export function renderingOf(table: Table, afterText: boolean): TableRendering {
  const header = table.rows[table.header ?? -1];
  const delimiter = table.rows[table.delimiter ?? -1];
  const hasHead =
    header !== undefined &&
    delimiter?.delimiter === 'valid' &&
    isNarrow(header) &&
    isNarrow(delimiter) &&
    !isOutside(header, table);
  return {
    gfm: hasHead && header.cells.length === delimiter.cells.length && !isOutside(delimiter, table),
    docfx: hasHead && !afterText && table.rows.every(hasPipe),
  };
}

/**
 * Whether all text of the rows is shown if the table has `width` columns: GitHub and VS Code omit the cells beyond
 * them, and end the table at a conflict marker and at a line indented like code. A line of hyphens or equals signs
 * turns the lines above it into a heading, and a second delimiter row turns the lines below it into a table.
 */
export function showsAllRows(table: Table, width: number): boolean {
  const { rows, header, delimiter } = table;
  return rows.every(
    (row, index) =>
      index === header ||
      (!isUnderline(row) && !isOutside(row, table) && (index === delimiter || showsRow(row, width))),
  );
}

function showsRow(row: Row, width: number): boolean {
  return !row.isConflictMarker && row.delimiter === undefined && hasRoom(row, width);
}

/**
 * Whether GitHub and VS Code end the table above the line: it is indented like code, or less than the list item that
 * the table is in.
 */
export function isOutside({ source }: Row, { margin }: Table): boolean {
  // A fast path for almost every row.
  if (margin === 0 && source[0] !== ' ' && source[0] !== '\t') return false;
  const { columns } = indentationOf(source);
  return columns < margin || columns - margin >= CODE_INDENT;
}

/** Whether the cells beyond `width` columns, which GitHub and VS Code omit, are empty. */
export function hasRoom({ cells }: Row, width: number): boolean {
  return cells.length <= width || cells.slice(width).every(({ text }) => text === '');
}

/**
 * Whether each cell of a header has text. An empty one is caused by an extra pipe and shifts the columns after it, and a
 * header of dashes is the delimiter row of the line above it.
 */
export function isWholeHeader({ cells, delimiter }: Row): boolean {
  return delimiter === undefined && cells.every(({ text }) => seen(text) !== '');
}

/** Whether the line, outside a table, would turn the lines above it into a heading. */
function isUnderline({ source }: Row): boolean {
  // A fast path for almost every row.
  return source[0] !== '|' && /^ {0,3}(?:-+|=+)[ \t]*$/.test(source);
}

/** The number of cells of each body row. */
export function bodyWidths(table: Table): number[] {
  return table.rows.flatMap((row, index) => (isBodyRow(table, index) ? [row.cells.length] : []));
}

/** Whether the line has a pipe that separates cells: otherwise, docfx shows no table at all. */
export function hasPipe(row: Row): boolean {
  return row.leadingPipe || row.closingPipe || row.cells.length > 1;
}

/** Whether all pipes of the line are half-width, as renderers require. */
function isNarrow(row: Row): boolean {
  return row.fullWidthPipes.length === 0;
}
