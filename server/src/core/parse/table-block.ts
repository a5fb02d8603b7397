import type { ConflictMarker, TableBlock } from '../model/blocks.js';
import type { Row, Table } from '../model/tables.js';
import { detached } from '../text/detached.js';
import { commonPrefix, commonSuffix } from '../text/text-change.js';
import { normalized } from '../text/spelling.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readConflictMarker, readSuppressions } from './comments.js';
import { afterLineEnd, isBlank, lineEnd } from './lines.js';
import { readRow } from './row.js';

/**
 * Parses a run of table lines in a list item whose text begins at column `margin`. Unchanged rows are taken from
 * `previous`, all others from `readLine`. Never fails.
 */
export function readTableBlock(
  source: string,
  margin: number,
  vocabulary: Vocabulary,
  previous?: TableBlock,
  readLine = rowOf,
): TableBlock {
  const table = readTable(readRows(source, previous, readLine), source, margin, vocabulary);
  return {
    kind: 'table',
    source,
    table,
    suppressions: readSuppressions(source, (offset) => source[offset - 1] === '`'),
    conflicts: conflictsIn(table),
  };
}

function conflictsIn({ rows, rowStarts }: Table): ConflictMarker[] {
  const conflicts: ConflictMarker[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    const marker = row?.isConflictMarker === true ? readConflictMarker(row.source, rowStarts[index] ?? 0) : undefined;
    if (marker !== undefined) conflicts.push(marker);
  }
  return conflicts;
}

/** A row when the header isn't known yet. */
function rowOf(line: string): Row {
  return readRow(line, 0);
}

function readTable({ rows, rowStarts }: ReadRows, source: string, margin: number, vocabulary: Vocabulary): Table {
  const { header, delimiter } = findHeader(rows, vocabulary);
  const width = widthOf(rows[header ?? -1], rows[delimiter ?? -1]);
  return {
    rows: source.includes('｜') ? rows.map((row) => readRow(row.source, width)) : rows,
    rowStarts,
    header,
    delimiter,
    margin,
  };
}

/**
 * The number of header cells. If a header is as wide as its delimiter row without a full-width pipe, the pipe is text.
 */
function widthOf(header: Row | undefined, delimiter: Row | undefined): number {
  if (header === undefined) return 0;
  const width = delimiter?.cells.length ?? 0;
  return width > 0 && readRow(header.source, width).cells.length === width ? width : header.cells.length;
}

type ReadRows = Pick<Table, 'rows' | 'rowStarts'>;

/** All rows of `source`; the rows before and after the only change since `previous` are reused. */
function readRows(source: string, previous: TableBlock | undefined, readLine: (line: string) => Row): ReadRows {
  const old = previous?.table;
  if (previous === undefined || old === undefined || source.includes('｜')) return readRowsFrom(source, readLine);
  const prefix = commonPrefix(previous.source, source);
  const suffix = commonSuffix(previous.source, source, Math.min(previous.source.length, source.length) - prefix);
  const first = lastRowStartingAt(old, prefix - 1);
  const start = old.rowStarts[first] ?? 0;
  const delta = source.length - previous.source.length;
  // The first old row that starts after the change, and not directly after a line ending that was just added or
  // removed.
  let next = lastRowStartingAt(old, previous.source.length - suffix) + 1;
  if ((old.rowStarts[next] ?? 0) <= prefix) next = old.rows.length;
  const end = next < old.rows.length ? (old.rowStarts[next] ?? 0) + delta : source.length;
  // The other rows don't change until they are edited, and neither will these.
  const middle = readRowsFrom(detached(source.slice(start, end)), readLine);
  const rowStarts = old.rowStarts.slice(0, first);
  for (const rowStart of middle.rowStarts) rowStarts.push(start + rowStart);
  for (let row = next; row < old.rows.length; row++) rowStarts.push((old.rowStarts[row] ?? 0) + delta);
  return { rows: old.rows.slice(0, first).concat(middle.rows, old.rows.slice(next)), rowStarts };
}

/** The index of the last row that starts at or before `offset`; 0 if there is none. */
function lastRowStartingAt(table: Table, offset: number): number {
  let low = 0;
  let high = table.rowStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.rowStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readRowsFrom(source: string, readLine: (line: string) => Row): ReadRows {
  const rows: Row[] = [];
  const rowStarts: number[] = [];
  for (let start = 0; start < source.length;) {
    const end = lineEnd(source, start);
    const line = source.slice(start, end);
    // Blank lines after the table belong to the block, not to the table.
    if (!isBlank(line)) {
      rows.push(readLine(line));
      rowStarts.push(start);
    }
    start = afterLineEnd(source, end);
  }
  return { rows, rowStarts };
}

/** The positions of the header and the delimiter row. A table that lost one of them still has the other. */
function findHeader(
  rows: readonly Row[],
  vocabulary: Vocabulary,
): { header: number | undefined; delimiter: number | undefined } {
  if (rows[1]?.delimiter !== undefined) return { header: 0, delimiter: 1 };
  if (rows[0]?.delimiter !== undefined) return { header: undefined, delimiter: 0 };
  const looksLikeHeader = rows[0] !== undefined && namesColumns(rows[0], vocabulary);
  return { header: looksLikeHeader ? 0 : undefined, delimiter: undefined };
}

/** Whether at least two cells of the row are column names of the dialect. */
function namesColumns(row: Row, vocabulary: Vocabulary): boolean {
  let named = 0;
  for (const cell of row.cells) {
    const text = headerName(cell.text);
    if (vocabulary.taskColumns.lookup(text).length > 0 || vocabulary.refreshColumns.lookup(text).length > 0) named++;
  }
  return named >= 2;
}

/** A header cell without its bold markers. */
export function headerName(text: string): string {
  return normalized(text.replaceAll('**', ''));
}
