import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { TASK_ASPECTS } from '../comparison/task-aspects.js';
import { taskFindings } from '../lint/support/task-findings.js';

export const taskRoleInconsistent = defineRule({
  meta: {
    id: 'task-role-inconsistent',
    category: 'task-table',
    description: 'A task has the same role on all pages for the same readers',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      other:
        '{count, plural, one {Task "{id}" has the role "{here}" here and "{there}" on # other page} other {Task "{id}" has the role "{here}" here and "{there}" on # other pages}}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const finding of taskFindings(summary, index, TASK_ASPECTS.role)) report(finding);
  },
});
