import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { emptyTermCells, emptyTermsWithFixes } from '../lint/support/empty-terms.js';

export const taskRoleEmpty = defineRule({
  meta: {
    id: 'task-role-empty',
    category: 'task-table',
    description: 'Every task has a role',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: { empty: 'Task "{id}" has no role' },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  table({ table, schema, page, report }) {
    for (const { id, span } of emptyTermCells(table, schema, 'role', page))
      report({ messageId: 'empty', data: { id }, span });
  },

  /** The same problem, with fixes that insert what other pages say about the task. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { id, span, fixes } of emptyTermsWithFixes('role', { playbook, summary, index, page }))
      report({ messageId: 'empty', data: { id }, span, fixes });
  },
});
