import { cellOf, type PlacedTable, type Row } from '../../model/tables.js';
import type { Playbook } from '../../model/playbook.js';
import { shift, type Span } from '../../text/span.js';
import type { TaskColumnId } from '../../vocabulary/vocabulary.js';
import { tableOfRowAt } from './own-words.js';

/** From pipe to pipe, the cell of the row that starts at `start`. Offsets into the file. */
export function outerSpanOf(start: number, column: TaskColumnId, { tables }: Playbook): Span | undefined {
  const table = tableOfRowAt(start, tables);
  const row = table === undefined ? undefined : rowStartingAt(start, table);
  const cell = table === undefined || row === undefined ? undefined : cellOf(row, table.schema, column);
  return cell === undefined ? undefined : shift(cell.outer, start);
}

function rowStartingAt(start: number, { table, start: tableStart }: PlacedTable): Row | undefined {
  return table.rows[table.rowStarts.indexOf(start - tableStart)];
}
