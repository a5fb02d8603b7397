import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { oddRowsOf } from '../dialect/odd-rows.js';
import { shift } from '../text/span.js';

const texts = defineMessages('task-mo-merged-role', {
  split: 'Split into two cells',
});

export const taskMoMergedRole = defineRule({
  meta: {
    id: 'task-mo-merged-role',
    category: 'task-table',
    description: 'The mandatory/optional letter and the role are in separate cells',
    recommended: 'error',
    fixable: 'safe',
    messages: {
      merged:
        'No pipe between "{letter}" and "{role}": the row has one cell too few, and the rest of the row is in the wrong columns',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    for (const { start, shape } of oddRowsOf(table, schema, page.vocabulary)) {
      if (shape.kind !== 'mo-merged') continue;
      report({
        messageId: 'merged',
        data: { letter: shape.letter, role: shape.role },
        span: shift(shape.cell, start),
        fixes: [
          {
            title: texts.split,
            edits: [{ span: shift(shape.gap, start), newText: ' | ' }],
            applicability: 'safe',
          },
        ],
      });
    }
  },
});
