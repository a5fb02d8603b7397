import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { shift, type Span } from '../text/span.js';
import type { Playbook } from '../model/playbook.js';

export const taskHeadingWithoutTable = defineRule({
  meta: {
    id: 'task-heading-without-table',
    category: 'task-table',
    description: 'A table of tasks stands below the heading "FTOP Tasks"',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      noTable: 'No task table below the heading "{heading}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    for (const { heading, span } of playbook.sections) {
      if (heading.value.matches[0]?.id !== 'ftop-tasks' || holdsTable(playbook, span)) continue;
      report({ messageId: 'noTable', data: { heading: heading.value.text }, span: shift(heading.value.content, heading.start) });
    }
  },
});

/** Whether the section has a table, its own or one that an include brings. */
function holdsTable({ tables, text }: Playbook, { start, end }: Span): boolean {
  return tables.some((table) => table.start >= start && table.start < end) || text.slice(start, end).toUpperCase().includes('[!INCLUDE');
}
