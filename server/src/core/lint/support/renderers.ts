import { isBodyRow, type Row, type Table } from '../../model/tables.js';

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
 * out the cells to the right of them, and end the table at a conflict marker and at a line indented like code.
 */
export function showsAllRows({ rows, header, delimiter }: Table, width: number): boolean {
  return rows.every((row, index) => index === header || index === delimiter || (!row.isConflictMarker && !isCode(row) && row.cells.slice(width).every(({ text }) => text === '')));
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
