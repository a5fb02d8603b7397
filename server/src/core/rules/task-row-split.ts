import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf, type OddRow } from '../dialect/odd-rows.js';
import { taskNameOf } from '../dialect/task-rows.js';
import type { Row } from '../model/tables.js';
import { isEastAsian } from '../text/scripts.js';
import { shift, trimmed, type Span } from '../text/span.js';

const texts = defineMessages('task-row-split', {
  rest: { text: 'The rest of the row', note: 'Marks the line that continues the row.' },
  join: 'Join the two lines',
});

export const taskRowSplit = defineRule({
  meta: {
    id: 'task-row-split',
    category: 'task-table',
    description: 'A task row is on one line',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      split: 'The row of task "{id}" continues on the next line: readers see two broken rows',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const odd of oddRowsOf(table, schema, page.vocabulary)) {
      const { row, start, shape } = odd;
      if (shape.kind !== 'split') continue;
      report({
        messageId: 'split',
        data: { id: taskNameOf(row) },
        span: shift(row.cells[row.cells.length - 1]?.span ?? wholeOf(row), start),
        related: [{ span: shift(wholeOf(shape.rest), shape.restStart), message: texts.rest }],
        fixes: [joinLines(odd, shape.rest, shape.restStart, schema.width)],
      });
    }
  },
});

function joinLines({ row, start }: OddRow, rest: Row, restStart: number, width: number): Fix {
  const end = start + wholeOf(row).end;
  const next = restStart + wholeOf(rest).start;
  // Two adjacent pipes become one.
  if (row.closingPipe && rest.leadingPipe) return joinWith('', { start: end, end: next + 1 });
  const needsPipe = !row.closingPipe && !rest.leadingPipe && row.cells.length + rest.cells.length === width;
  return joinWith(needsPipe ? ' | ' : spaceBetween(row, rest), { start: end, end: next });
}

/** Chinese and Japanese words have no spaces between them. */
function spaceBetween(row: Row, rest: Row): string {
  const before = row.source.trimEnd().slice(-1);
  const after = rest.source.trimStart().slice(0, 1);
  return isEastAsian(before) && isEastAsian(after) ? '' : ' ';
}

function joinWith(newText: string, span: Span): Fix {
  return { title: texts.join, edits: [{ span, newText }], applicability: 'suggestion' };
}

function wholeOf({ source }: Row): Span {
  return trimmed(source, { start: 0, end: source.length });
}
