import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { TELLS_OF_CHANGE, tasksNamedIn } from '../dialect/task-mentions.js';
import { cellOf, isBodyRow, taskIdIn, type Cell, type Row, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, type Located } from '../text/span.js';
import type { Playbook } from '../model/playbook.js';
import { NearIds } from '../workspace-index/near-ids.js';

export const refreshTaskUnknown = defineRule({
  meta: {
    id: 'refresh-task-unknown',
    category: 'refresh-summary',
    description: 'The tasks named in the refresh summary are in the task tables of the page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      unknown: "Task {task} isn't in any task table on this page",
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    const named = mentionsIn(playbook);
    if (named.length === 0) return;
    const known = tasksOf(playbook);
    if (known.size === 0) return;
    const unknown = named.filter(({ value }) => !known.has(value));
    if (unknown.length === 0) return;
    const ids = new NearIds([...known].filter((id) => page.vocabulary.taskId.pattern.test(id)));
    for (const { value, span } of unknown) {
      // A log also names removed tasks: only its author knows which one was meant, if any.
      const fixes = ids
        .near(value)
        .slice(0, MAX_SUGGESTIONS)
        .map((id) => replaceWith(span, id));
      report({ messageId: 'unknown', data: { task: value }, span, fixes });
    }
  },
});

/** The maximum number of IDs to choose from. */
const MAX_SUGGESTIONS = 3;

/** The tasks named in the refresh summaries, with their spans in the file. */
function mentionsIn({ tables }: Playbook): Located<string>[] {
  return tables.flatMap(({ table, schema, start }) => {
    if (schema.kind !== 'refresh') return [];
    return table.rows.flatMap((row, index) => {
      const cell = isBodyRow(table, index) ? cellOf(row, schema, 'what') : undefined;
      if (cell === undefined) return [];
      const offset = start + (table.rowStarts[index] ?? 0) + cell.span.start;
      return mentionsInCell(cell).map(({ value, span }) => ({ value, span: shift(span, offset) }));
    });
  });
}

function tasksOf({ tables }: Playbook): Set<string> {
  const known = new Set<string>();
  for (const { table, schema } of tables) {
    if (schema.kind !== 'task') continue;
    for (const row of table.rows) for (const id of taskIdsIn(row, schema)) known.add(id);
  }
  return known;
}

/** A row of the wrong width may have its task ID in any cell. */
function taskIdsIn(row: Row, schema: TableSchema): string[] {
  const cell = cellOf(row, schema, 'task-id');
  if (row.cells.length === schema.width) return cell === undefined ? [] : [taskIdIn(cell).value];
  return row.cells.map((one) => taskIdIn(one).value);
}

const mentionsInCell = memoized((cell: Cell): readonly Located<string>[] =>
  TELLS_OF_CHANGE.test(cell.text) ? [] : tasksNamedIn(cell.text),
);
