import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { idsCalled } from '../lint/support/catalogue-names.js';
import { removeTableRows } from '../lint/support/remove-table-rows.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { oddRowsOf } from '../dialect/row-shape.js';
import { taskCell } from '../dialect/task-rows.js';
import { cellOf, isBodyRow, type Row, type TableSchema } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

const texts = defineMessages('task-id-missing', {
  deleteRow: 'Delete the empty row',
});

export const taskIdMissing = defineRule({
  meta: {
    id: 'task-id-missing',
    category: 'task-table',
    description: 'Every task row has a task ID',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'The row has no task ID',
      blank: 'The row is empty',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    if (schema.kind !== 'task') return;
    for (const { index, row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      // A row with fewer cells is still being typed.
      if (shape.kind !== 'blank' || row.cells.length < schema.width) continue;
      const span = shift(trimmed(row.source, { start: 0, end: row.source.length }), start);
      report({
        messageId: 'blank',
        span,
        fixes: index === 0 ? [] : [suggestion(texts.deleteRow, removeTableRows(table, index))],
      });
    }
  },

  row({ row, schema, page, report }) {
    if (isWithoutId(row, schema, page))
      report({ messageId: 'missing', span: cellOf(row, schema, 'task-id')?.outer ?? NOWHERE });
  },

  /** The same problem, with a fix that inserts the ID for the name from the catalogue. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { table, schema, start } of playbook.tables) {
      for (const [at, row] of table.rows.entries()) {
        if (!isBodyRow(table, at) || !isWithoutId(row, schema, page)) continue;
        const span = shift(cellOf(row, schema, 'task-id')?.outer ?? NOWHERE, start + (table.rowStarts[at] ?? 0));
        const ids = idsFor(row, schema, summary, index);
        if (ids.length > 0)
          report({
            messageId: 'missing',
            span,
            fixes: ids.map((id) => suggestion(titles.insert({ text: id }), { span, newText: ` ${id} ` })),
          });
      }
    }
  },
});

const NOWHERE: Span = { start: 0, end: 0 };

function isWithoutId(row: Row, schema: TableSchema, page: ReadingContext): boolean {
  // Most rows have an ID, and this check is cheaper than the one for their shape.
  return cellOf(row, schema, 'task-id')?.text === '' && taskCell(row, schema, 'task-id', page) !== undefined;
}

/** The IDs in the catalogue for the name of the row, without the tasks that the page already lists. */
function idsFor(row: Row, schema: TableSchema, summary: PageSummary, index: IndexReader): string[] {
  const name = cellOf(row, schema, 'task-name')?.text ?? '';
  return idsCalled(name, index).filter((id) => !summary.tasks.some(({ value }) => value.id.value === id));
}
