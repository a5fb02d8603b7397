import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { emptyTermCells, emptyTermsWithFixes } from '../lint/support/empty-terms.js';

export const taskServicesEmpty = defineRule({
  meta: {
    id: 'task-services-empty',
    category: 'task-table',
    description: 'Every task has services',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: { empty: 'Task "{id}" has no services' },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  table({ table, schema, page, report }) {
    for (const { id, span } of emptyTermCells(table, schema, 'services', page))
      report({ messageId: 'empty', data: { id }, span });
  },

  /** The same problem, with fixes that insert what other pages say about the task. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { id, span, fixes } of emptyTermsWithFixes('services', { playbook, summary, index, page }))
      report({ messageId: 'empty', data: { id }, span, fixes });
  },
});
