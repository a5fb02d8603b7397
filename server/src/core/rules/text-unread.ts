import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { lineEnd } from '../parse/lines.js';

export const textUnread = defineRule({
  meta: {
    id: 'text-unread',
    category: 'text',
    description: 'No block of text is too long or too deeply nested for its links and bold text to be checked',
    recommended: 'info',
    fixable: 'none',
    messages: {
      unread: "This text is too long or too deeply nested: its links and bold text aren't checked",
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, report }) {
    if (block.unread)
      report({ messageId: 'unread', span: { start: 0, end: Math.min(lineEnd(block.source, 0), MAX_LENGTH) } });
  },
});

/** The maximum length of the marked part of the first line. */
const MAX_LENGTH = 100;
