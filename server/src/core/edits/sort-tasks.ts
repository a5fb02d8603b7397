import { defineMessages } from '../../messages/index.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { isWhole } from '../dialect/row-shape.js';
import { cellOf, isBodyRow, taskIdIn, type PlacedTable } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import { naturalOrder } from '../text/natural-order.js';
import type { EditResult } from './edit-result.js';
import { reorder } from './row-order.js';
import { isCut } from './table-lines.js';
import { hasConflict } from './table-places.js';

const texts = defineMessages('sort-tasks', {
  notTaskTable: "This isn't a task table",
  inConflict: 'The table has a merge conflict. Resolve it before you sort the tasks',
  isDivided: 'A blank line divides the table. Delete it before you sort the tasks',
});

/**
 * Sorts the rows of a task table by ID; rows with the same ID keep their order.
 * A broken row, or a row without a valid ID, keeps its position: the third row stays the third. Only its author knows
 * what it belongs to, and its position is the only hint.
 */
export function sortTasks(playbook: Playbook, table: PlacedTable): EditResult {
  if (table.schema.kind !== 'task') return { refused: texts.notTaskTable };
  if (hasConflict(table)) return { refused: texts.inConflict };
  if (isCut(playbook, table)) return { refused: texts.isDivided };
  const tasks = tasksIn(playbook, table);
  const sorted = [...tasks].sort((a, b) => naturalOrder(a.id, b.id));
  const order = table.table.rows.map((_, index) => index);
  for (const [place, { index }] of tasks.entries()) order[index] = sorted[place]?.index ?? index;
  return reorder(playbook, table, 0, order);
}

/** The number of rows that {@link sortTasks} leaves in their positions. */
export function unsortedRows(playbook: Playbook, table: PlacedTable): number {
  const bodyRows = table.table.rows.filter((_, index) => isBodyRow(table.table, index));
  return bodyRows.length - tasksIn(playbook, table).length;
}

interface Task {
  /** The row's index in the table. */
  readonly index: number;
  readonly id: string;
}

function tasksIn({ vocabulary }: Playbook, { table, schema }: PlacedTable): Task[] {
  const split = new Set(
    oddRowsOf(table, schema, vocabulary).flatMap(({ index, shape }) =>
      shape.kind === 'split' ? [index, index + 1] : [],
    ),
  );
  return table.rows.flatMap((row, index) => {
    const cell = cellOf(row, schema, 'task-id');
    if (cell === undefined || split.has(index) || !isBodyRow(table, index) || !isWhole(row, schema, vocabulary))
      return [];
    const id = taskIdIn(cell).value;
    return vocabulary.taskId.pattern.test(id) ? [{ index, id }] : [];
  });
}
