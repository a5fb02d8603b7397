import { isWhole } from '../dialect/row-shape.js';
import type { Playbook } from '../model/playbook.js';
import { bodyRowsOf, cellOf, type PlacedTable } from '../model/tables.js';
import { readingContextOf } from '../dialect/reading-context.js';
import { obligationOf } from '../summary/task-facts.js';
import type { Span } from '../text/span.js';
import type { Obligation } from '../vocabulary/vocabulary.js';

/** How many tasks of a table are mandatory, and how many optional. */
export interface TableCounts {
  /** The span of the header line. */
  readonly span: Span;
  /** Every row, as in the task preview, including unreadable ones. */
  readonly tasks: number;
  readonly mandatory: number;
  readonly optional: number;
}

/** The counts of every task table with tasks, in source order. */
export function tableCounts(playbook: Playbook): readonly TableCounts[] {
  return playbook.tables.flatMap((placed) => {
    if (placed.schema.kind !== 'task') return [];
    const obligations = obligationsIn(placed, playbook);
    if (obligations.length === 0) return [];
    const count = (obligation: Obligation): number => obligations.filter((one) => one === obligation).length;
    const { start, table } = placed;
    const header = table.header ?? 0;
    const from = start + (table.rowStarts[header] ?? 0);
    return [
      {
        span: { start: from, end: from + (table.rows[header]?.source.length ?? 0) },
        tasks: obligations.length,
        mandatory: count('mandatory'),
        optional: count('optional'),
      },
    ];
  });
}

/** The meaning of the letter in each row; `undefined` if it's unknown. */
function obligationsIn({ table, schema }: PlacedTable, playbook: Playbook): readonly (Obligation | undefined)[] {
  const page = readingContextOf(playbook);
  return bodyRowsOf(table).map(({ row }) =>
    isWhole(row, schema, page.vocabulary)
      ? obligationOf(cellOf(row, schema, 'mo')?.text ?? '', schema, page)
      : undefined,
  );
}
