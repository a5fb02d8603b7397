import type { Playbook } from './playbook.js';
import { cellOf, isBodyRow } from './tables.js';

/** The IDs in the task tables of a page, in order. */
export function taskIdsOf({ tables }: Pick<Playbook, 'tables'>): string[] {
  return tables.flatMap(({ table, schema }) => {
    if (schema.kind !== 'task') return [];
    return table.rows.flatMap((row, index) => {
      const id = isBodyRow(table, index) ? cellOf(row, schema, 'task-id')?.text : undefined;
      return id === undefined || id === '' ? [] : [id];
    });
  });
}
