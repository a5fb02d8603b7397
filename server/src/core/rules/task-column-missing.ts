import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { asHeaderIn, insertColumn } from '../lint/support/column-edits.js';
import { suggestion } from '../lint/support/fixes.js';
import { taskColumnsOf, type TaskColumn } from '../dialect/task-columns.js';
import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, trimmed } from '../text/span.js';
import type { TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';

const texts = defineMessages('task-column-missing', {
  insertColumn: 'Insert the column "{column}"',
});

export const taskColumnMissing = defineRule({
  meta: {
    id: 'task-column-missing',
    category: 'task-table',
    description: 'A task table has columns for task ID, name, mandatory/optional, and role',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'The task table has no column "{column}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    const required = requiredColumns(page.vocabulary);
    for (const placed of playbook.tables) {
      const { table, schema, start } = placed;
      // Runs at every keystroke, and most tables are complete.
      if (required.every((id) => schema.columns.some((column) => column.id === id && column.cell !== undefined)))
        continue;
      const columns = taskColumnsOf(table, schema);
      const header = table.rows[table.header ?? -1];
      if (header === undefined || columns.length === 0 || isReferenceList(placed, playbook)) continue;
      for (const id of required) {
        if (columns.some((column) => column.id === id) || hasUnknownColumnAt(columns, id, page.vocabulary)) continue;
        const onPage = nameOnPage(id, playbook);
        const column = onPage?.replaceAll('**', '') ?? page.vocabulary.taskColumns.spelling(id, page.language);
        const newCell = onPage ?? asHeaderIn(header, column);
        const edits = insertColumn(table, placeFor(id, columns, page.vocabulary), newCell, schema.width);
        report({
          messageId: 'missing',
          data: { column },
          span: shift(
            trimmed(header.source, { start: 0, end: header.source.length }),
            start + (table.rowStarts[table.header ?? -1] ?? 0),
          ),
          fixes: [
            suggestion(
              texts.insertColumn({ column }),
              ...edits.map(({ span, newText }) => ({ span: shift(span, start), newText })),
            ),
          ],
        });
      }
    }
  },
});

/** Whether the table only lists tasks by ID and name, in a section for something else, as in a guide. */
function isReferenceList({ schema, heading }: PlacedTable, { headings }: Playbook): boolean {
  const isTaskSection = headings[heading ?? -1]?.value.matches.some(({ id }) => id === 'ftop-tasks') ?? false;
  return schema.columns.length === 2 && !isTaskSection;
}

/** The header of the column in another task table on the page. */
function nameOnPage(id: TaskColumnId, { tables }: Playbook): string | undefined {
  for (const { schema } of tables) {
    const column =
      schema.kind === 'task' ? schema.columns.find((one) => one.id === id && one.by === 'exact') : undefined;
    if (column?.cell !== undefined) return column.cell.text;
  }
  return undefined;
}

/** The columns that every layout has. */
const requiredColumns = memoized(({ taskLayouts }: Vocabulary): readonly TaskColumnId[] => {
  const [first = [], ...others] = taskLayouts;
  return first.filter((id) => others.every((layout) => layout.includes(id)));
});

/** Whether an unknown column is exactly where the missing one belongs: then only its name is wrong. */
function hasUnknownColumnAt(columns: readonly TaskColumn[], id: TaskColumnId, { taskLayouts }: Vocabulary): boolean {
  const [order = []] = taskLayouts;
  const place = order.indexOf(id);
  return columns.some(
    (column, index) =>
      column.id === undefined &&
      columns[index - 1]?.id === order[place - 1] &&
      columns[index + 1]?.id === order[place + 1],
  );
}

/** The position after the last of the columns that come before it. */
function placeFor(id: TaskColumnId, columns: readonly TaskColumn[], { taskLayouts }: Vocabulary): number {
  const [order = []] = taskLayouts;
  const before = order.slice(0, order.indexOf(id));
  return columns.reduce(
    (place, column) => (column.id !== undefined && before.includes(column.id) ? column.index + 1 : place),
    0,
  );
}
