import { isBodyRow, type Row, type Table } from '../../model/tables.js';
import { seen } from '../../text/spelling.js';

/**
 * Where readers meet a playbook, and what these places make of its tables.
 *
 * `gfm`: GitHub, and the preview of VS Code. They want a delimiter row as wide as the header, show the header's columns,
 * and leave out every cell to the right of them. `docfx`: the published site. It takes a delimiter row of any width and
 * widens the table to its widest row, but shows no table when a line of it has no pipe or when text stands right above.
 */
export interface TableRendering {
  readonly gfm: boolean;
  readonly docfx: boolean;
}

/** Whether a reader sees a table. `afterText`: the line above belongs to a paragraph. */
export function renderingOf(table: Table, afterText: boolean): TableRendering {
  const header = table.rows[table.header ?? -1];
  const delimiter = table.rows[table.delimiter ?? -1];
  const hasHead = header !== undefined && delimiter?.delimiter === 'valid' && isNarrow(header) && isNarrow(delimiter);
  return {
    gfm: hasHead && header.cells.length === delimiter.cells.length,
    docfx: hasHead && !afterText && table.rows.every(hasPipe),
  };
}

/**
 * Whether every reader sees each word of the rows once the table is shown with `width` columns: GitHub and VS Code leave
 * out the cells to the right of them, and end the table at a conflict marker and at a line indented like code. A line of
 * hyphens or equals signs makes a heading of what is above it, and a second delimiter row a table of what is below.
 */
export function showsAllRows({ rows, header, delimiter }: Table, width: number): boolean {
  return rows.every(
    (row, index) => index === header || (!isUnderline(row) && (index === delimiter || showsRow(row, width))),
  );
}

function showsRow(row: Row, width: number): boolean {
  return !row.isConflictMarker && !isCode(row) && row.delimiter === undefined && hasRoom(row, width);
}

/** Whether the cells to the right of `width` columns, which GitHub and VS Code leave out, are empty. */
export function hasRoom({ cells }: Row, width: number): boolean {
  return cells.slice(width).every(({ text }) => text === '');
}

/** Whether each cell of a header names its column. An empty one comes of a pipe too many, and moves the columns after it. */
export function isWholeHeader({ cells }: Row): boolean {
  return cells.every(({ text }) => seen(text) !== '');
}

/** Whether the line, without a table around it, makes a heading of the lines above it. */
function isUnderline({ source }: Row): boolean {
  return /^ {0,3}(?:-+|=+)[ \t]*$/.test(source);
}

function isCode({ source }: Row): boolean {
  return /^(?: {4}| {0,3}\t)/.test(source);
}

/** How many cells each body row has. */
export function bodyWidths(table: Table): number[] {
  return table.rows.flatMap((row, index) => (isBodyRow(table, index) ? [row.cells.length] : []));
}

/** Whether the line has a pipe that separates cells: without one, docfx shows no table at all. */
export function hasPipe(row: Row): boolean {
  return row.leadingPipe || row.closingPipe || row.cells.length > 1;
}

/** Whether every pipe of the line is one to a renderer too. */
function isNarrow(row: Row): boolean {
  return row.fullWidthPipes.length === 0;
}
