import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { TASK_ASPECTS } from '../comparison/task-aspects.js';
import { taskFindings } from '../lint/support/task-findings.js';

export const taskServicesInconsistent = defineRule({
  meta: {
    id: 'task-services-inconsistent',
    category: 'task-table',
    description: 'A task has the same services on all pages for the same readers',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      other:
        '{count, plural, one {Task "{id}" has the services "{here}" here and "{there}" on # other page} other {Task "{id}" has the services "{here}" here and "{there}" on # other pages}}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const finding of taskFindings(summary, index, TASK_ASPECTS.services)) report(finding);
  },
});
