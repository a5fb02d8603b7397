import { columnIndex, taskIdIn, type PlacedTable, type Row, type Table, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';

/** A task in a row of the page. */
export interface OwnTask {
  readonly id: string;
  readonly name: string;
}

/** The rows of a table with an ID, from top to bottom. */
export const tasksUnder = memoized((schema: TableSchema) =>
  memoized(({ rows, header, delimiter }: Table): readonly OwnTask[] => {
    const [idColumn, nameColumn] = [columnIndex(schema, 'task-id'), columnIndex(schema, 'task-name')];
    const tasks: OwnTask[] = [];
    for (let index = 0; index < rows.length; index++) {
      const id = index === header || index === delimiter ? '' : idIn(rows[index], idColumn);
      if (id !== '') tasks.push({ id, name: rows[index]?.cells[nameColumn]?.text ?? '' });
    }
    return tasks;
  }),
);

/** The ID in a row of a task table; empty if there is none. */
export function idOfRow({ table, schema }: PlacedTable, index: number): string {
  return idIn(table.rows[index], columnIndex(schema, 'task-id'));
}

/** The number of rows per ID in a table. */
export const idsUnder = memoized((schema: TableSchema) =>
  memoized((table: Table): ReadonlyMap<string, number> => {
    const ids = new Map<string, number>();
    for (const { id } of tasksUnder(schema)(table)) ids.set(id, (ids.get(id) ?? 0) + 1);
    return ids;
  }),
);

/** Runs for every row at every letter, so only links are parsed. */
function idIn(row: Row | undefined, column: number): string {
  const cell = row?.cells[column];
  if (cell === undefined) return '';
  return cell.text.startsWith('[') ? taskIdIn(cell).value : cell.text;
}
