import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { deleteColumn } from '../lint/support/column-edits.js';
import { replaceWith, suggestion } from '../lint/support/fixes.js';
import { headerSpan, headerText, lackingAt, taskColumnsOf, type TaskColumn } from '../dialect/task-columns.js';
import { isBodyRow, type Table } from '../model/tables.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';

const texts = defineMessages('task-column-duplicate', {
  first: { text: 'The first column', note: 'Marks the first of two columns with the same meaning.' },
  deleteWithText: 'Delete the second column, including all its text',
  deleteRepeated: 'Delete the second column, which adds nothing',
});

export const taskColumnDuplicate = defineRule({
  meta: {
    id: 'task-column-duplicate',
    category: 'task-table',
    description: 'A task table has each column only once',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      duplicate: 'The column "{text}" repeats "{first}": a task table has each column only once',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    const known = new Map<TaskColumnId, TaskColumn>();
    const columns = taskColumnsOf(table, schema);
    for (const column of columns) {
      if (column.id === undefined) continue;
      const first = known.get(column.id);
      if (first === undefined) {
        known.set(column.id, column);
        continue;
      }
      report({
        messageId: 'duplicate',
        data: { text: headerText(column.cell), first: headerText(first.cell) },
        span: column.cell.span,
        related: [{ span: first.cell.span, message: texts.first }],
        fixes: fixesFor(table, { column, first, columns }, page),
      });
    }
  },
});

interface Repeated {
  readonly column: TaskColumn;
  readonly first: TaskColumn;
  readonly columns: readonly TaskColumn[];
}

/** Offers another name if a column is missing in this place; otherwise, the column is superfluous. */
function fixesFor(table: Table, { column, first, columns }: Repeated, page: ReadingContext): Fix[] {
  const header = headerSpan(column.cell);
  const renamings = lackingAt(column, columns, page).map((id) =>
    replaceWith(header, page.vocabulary.taskColumns.spelling(id, page.language)),
  );
  const title = hasMoreText(table, column, first) ? texts.deleteWithText : texts.deleteRepeated;
  return [...renamings, suggestion(title, ...deleteColumn(table, column.index))];
}

function hasMoreText(table: Table, column: TaskColumn, first: TaskColumn): boolean {
  return table.rows.some(({ cells }, index) => {
    const text = cells[column.index]?.text ?? '';
    return isBodyRow(table, index) && text !== '' && text !== cells[first.index]?.text;
  });
}
