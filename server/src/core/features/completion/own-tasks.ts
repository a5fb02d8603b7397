import { columnIndex, taskIdIn, type PlacedTable, type Row, type Table, type TableSchema } from '../../model/tables.js';
import { memoized } from '../../text/memo.js';

/** A task as a row of the page has it. */
export interface OwnTask {
  readonly id: string;
  readonly name: string;
}

/** The rows of a table that have something in the column of the IDs, from top to bottom. */
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

/** The ID in a row of a task table; empty without one. */
export function idOfRow({ table, schema }: PlacedTable, index: number): string {
  return idIn(table.rows[index], columnIndex(schema, 'task-id'));
}

/** How many rows of a table have which ID. */
export const idsUnder = memoized((schema: TableSchema) =>
  memoized((table: Table): ReadonlyMap<string, number> => {
    const ids = new Map<string, number>();
    for (const { id } of tasksUnder(schema)(table)) ids.set(id, (ids.get(id) ?? 0) + 1);
    return ids;
  }),
);

/** Every row is asked, at every letter: only a link is worth a closer look. */
function idIn(row: Row | undefined, column: number): string {
  const cell = row?.cells[column];
  if (cell === undefined) return '';
  return cell.text.startsWith('[') ? taskIdIn(cell).value : cell.text;
}
