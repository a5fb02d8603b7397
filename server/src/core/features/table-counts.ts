import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import type { Span } from '../text/span.js';
import { tasksOf } from '../summary/task-facts.js';
import type { PlacedTask } from '../workspace-index/page-summary.js';

/** How many tasks of a table must be done, and how many may be. */
export interface TableCounts {
  /** The header line. */
  readonly span: Span;
  readonly tasks: number;
  readonly mandatory: number;
  readonly optional: number;
}

/** The counts of every task table that has tasks, in source order. */
export function tableCounts(playbook: Playbook): readonly TableCounts[] {
  const tasks = tasksOf(playbook);
  return playbook.tables.flatMap((placed) => {
    if (placed.schema.kind !== 'task') return [];
    const own = tasks.filter((task) => isIn(placed, task));
    if (own.length === 0) return [];
    const count = (obligation: 'mandatory' | 'optional'): number => own.filter(({ value }) => value.obligation === obligation).length;
    const { start, table } = placed;
    const header = table.header ?? 0;
    const from = start + (table.rowStarts[header] ?? 0);
    return [{ span: { start: from, end: from + (table.rows[header]?.source.length ?? 0) }, tasks: own.length, mandatory: count('mandatory'), optional: count('optional') }];
  });
}

function isIn({ start, table }: PlacedTable, task: PlacedTask): boolean {
  return task.start >= start && task.start <= start + (table.rowStarts[table.rows.length - 1] ?? 0);
}
