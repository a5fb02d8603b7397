import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { blankLinesAbove } from '../lint/support/whole-lines.js';
import { shift, trimmed } from '../text/span.js';

const texts = defineMessages('table-rows-cut-off', {
  deleteLine: 'Delete the blank line',
});

export const tableRowsCutOff = defineRule({
  meta: {
    id: 'table-rows-cut-off',
    category: 'table',
    description: 'There are no blank lines between the rows of a table',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      cutOff:
        '{count, plural, one {A blank line separates # row from the table above: readers see text with pipes, not rows} other {A blank line separates # rows from the table above: readers see text with pipes, not rows}}',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    for (const { table, start, continues } of playbook.tables) {
      const first = table.rows[0];
      if (continues === undefined || first === undefined) continue;
      report({
        messageId: 'cutOff',
        data: { count: table.rows.length },
        span: shift(trimmed(first.source, { start: 0, end: first.source.length }), start),
        fixes: [
          {
            title: texts.deleteLine,
            edits: [{ span: blankLinesAbove(playbook.text, start), newText: '' }],
            applicability: 'suggestion',
          },
        ],
      });
    }
  },
});
