import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { disagreementsOf } from '../comparison/disagreements.js';
import { placesOf } from '../lint/support/task-findings.js';
import { TASK_ASPECTS, withoutLinks } from '../comparison/task-aspects.js';
import { cutShort, withEscapedPipes } from '../dialect/task-rows.js';
import { shift } from '../text/span.js';

export const taskNameInconsistent = defineRule({
  meta: {
    id: 'task-name-inconsistent',
    category: 'task-table',
    description: 'A task has the same name on all pages for the same readers',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      other:
        '{count, plural, one {Task "{id}" is called "{here}" here and "{there}" on # other page} other {Task "{id}" is called "{here}" here and "{there}" on # other pages}}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const disagreement of disagreementsOf(summary, index, TASK_ASPECTS.name)) {
      const { task, cell, count, spelling } = disagreement;
      const name = withoutLinks(spelling);
      const span = shift(cell.span, task.start);
      report({
        messageId: 'other',
        data: {
          id: task.value.id.value,
          here: cutShort(withoutLinks(cell.value)),
          there: cutShort(name),
          count,
        },
        span,
        related: placesOf(disagreement, TASK_ASPECTS.name),
        fixes: [{ ...replaceWith(span, cutShort(name)), edits: [{ span, newText: linkedAs(cell.value, name) }] }],
      });
    }
  },
});

/** Keeps the link around a name. A pipe in a name would end the cell, so it is escaped. */
function linkedAs(before: string, name: string): string {
  const [, target] = /^\[[^[\]]*\](\([^()]*\))$/.exec(before) ?? [];
  const escaped = withEscapedPipes(name);
  return target === undefined ? escaped : `[${escaped}]${target}`;
}
