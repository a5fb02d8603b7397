import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { tableLineEnd } from '../dialect/task-rows.js';
import { taskIdIn, type Row } from '../model/tables.js';
import { shift } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

const texts = defineMessages('task-rows-joined', {
  split: 'Split into two rows',
});

export const taskRowsJoined = defineRule({
  meta: {
    id: 'task-rows-joined',
    category: 'task-table',
    description: 'Every task is on a separate line',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      joined:
        'Task "{second}" is on the line of task "{first}": GitHub and VS Code don\'t show it, and the site (docfx) makes the table wider',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const { row, start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      if (shape.kind !== 'joined') continue;
      const id = idAt(row, shape.next);
      report({
        messageId: 'joined',
        data: { first: idAt(row, 0).value, second: id.value },
        span: shift(id.span, start),
        fixes: [
          {
            title: texts.split,
            edits: [splitAt(row, shape.next, start, tableLineEnd(table, page))],
            applicability: 'safe',
          },
        ],
      });
    }
  },
});

function idAt(row: Row, index: number): ReturnType<typeof taskIdIn> {
  const cell = row.cells[index];
  return cell === undefined ? { value: '', span: { start: 0, end: 0 } } : taskIdIn(cell);
}

/** Inserts a line break between the two pipes. If a single pipe both ends the first row and starts the second, doubles it. */
function splitAt({ cells }: Row, next: number, start: number, lineEnd: string): TextEdit {
  const pipe = (cells[next]?.outer.start ?? 1) - 1;
  const between = cells[next - 1];
  if (between?.text === '') return { span: shift(between.outer, start), newText: lineEnd };
  return { span: shift({ start: pipe, end: pipe }, start), newText: `|${lineEnd}` };
}
