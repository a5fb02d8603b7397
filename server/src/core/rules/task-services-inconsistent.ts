import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { disagreementsOf, placesOf, TASK_ASPECTS } from '../lint/support/other-tasks.js';
import { counted } from '../lint/support/word-lists.js';
import { shift } from '../text/span.js';

export const taskServicesInconsistent = defineRule({
  meta: {
    id: 'task-services-inconsistent',
    category: 'task-table',
    description: 'A task has the same services on all pages for the same readers',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      other: 'Task "{id}" has the services "{here}" here and "{there}" on {places}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const disagreement of disagreementsOf(summary, index, TASK_ASPECTS.services)) {
      const { task, cell, others, spelling } = disagreement;
      const span = shift(cell.span, task.start);
      report({
        messageId: 'other',
        data: { id: task.value.id.value, here: cell.value, there: spelling, places: counted(others.length, 'other page') },
        span,
        related: placesOf(disagreement, TASK_ASPECTS.services),
        fixes: [replaceWith(span, spelling)],
      });
    }
  },
});
