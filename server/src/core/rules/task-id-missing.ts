import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { idsMeant } from '../lint/support/ids-meant.js';
import { removeTableRows } from '../lint/support/remove-table-rows.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { isTaskId, taskCell } from '../dialect/task-rows.js';
import { cellOf, isBodyRow, type Row, type TableSchema } from '../model/tables.js';
import { shift, trimmed, type Span } from '../text/span.js';

const texts = defineMessages('task-id-missing', {
  deleteRow: 'Delete the empty row',
  moveId: { text: 'Move "{id}" to the column of the task IDs', note: 'The ID of a task is in front of its name.' },
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
    if (!isWithoutId(row, schema, page)) return;
    const span = cellOf(row, schema, 'task-id')?.outer ?? NOWHERE;
    const moved = idInName(row, schema, page);
    const fixes =
      moved === undefined
        ? []
        : [
            suggestion(
              texts.moveId({ id: moved.id }),
              { span, newText: ` ${moved.id} ` },
              { span: moved.span, newText: '' },
            ),
          ];
    report({ messageId: 'missing', span, fixes });
  },

  /** The same problem, with fixes that insert the ID that the catalogue or the page in another language suggests. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { table, schema, start } of playbook.tables) {
      for (const [at, row] of table.rows.entries()) {
        if (!isBodyRow(table, at) || !isWithoutId(row, schema, page)) continue;
        if (idInName(row, schema, page) !== undefined) continue;
        const rowStart = start + (table.rowStarts[at] ?? 0);
        const span = shift(cellOf(row, schema, 'task-id')?.outer ?? NOWHERE, rowStart);
        const name = cellOf(row, schema, 'task-name')?.text ?? '';
        const ids = idsMeant({ start: rowStart, written: '', name }, summary, index);
        if (ids.length > 0)
          report({
            messageId: 'missing',
            span,
            fixes: ids.map(({ id }) => suggestion(titles.insert({ text: id }), { span, newText: ` ${id} ` })),
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

/** An ID in front of the name of a task. */
interface IdInName {
  readonly id: string;
  /** Of the ID and what separates it from the name, in the row. */
  readonly span: Span;
}

const ID_AND_NAME = /^(\d+)(?:\s*[:：]\s*|\s+[-–—]\s+|\s+)(?=\p{L}|\[)/u;
/** Not the ID of a task, but a part of the names of products. */
const IN_PRODUCT_NAMES = '365';

function idInName(row: Row, schema: TableSchema, { vocabulary }: ReadingContext): IdInName | undefined {
  const cell = cellOf(row, schema, 'task-name');
  const [before = '', id = ''] = ID_AND_NAME.exec(cell?.text ?? '') ?? [];
  if (cell === undefined || id === IN_PRODUCT_NAMES || !isTaskId(id, vocabulary)) return undefined;
  return { id, span: { start: cell.span.start, end: cell.span.start + before.length } };
}
