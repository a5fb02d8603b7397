import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { lineEndOf } from '../text/line-ends.js';
import { isWholeHeader, renderingOf, showsAllRows } from '../dialect/renderers.js';
import { shift } from '../text/span.js';

const texts = defineMessages('table-after-text', {
  insertLine: 'Insert a blank line',
});

export const tableAfterText = defineRule({
  meta: {
    id: 'table-after-text',
    category: 'table',
    description: 'There is a blank line between a line of text and the table below it',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      noBlankLine:
        'No blank line above the table: the site (docfx) shows text with pipes; only GitHub and VS Code show a table',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    for (const { table, start, afterText } of playbook.tables) {
      const header = table.rows[table.header ?? -1];
      const below = renderingOf(table, false);
      // A table that isn't shown at all has a worse mistake, which another rule reports.
      if (!afterText || header === undefined || !below.docfx || !endsInText(lineAbove(playbook.text, start))) continue;
      const first = header.cells[0]?.span ?? { start: 0, end: 0 };
      // Below a list item, GitHub also shows text, and in a table it would omit cells without a column. A header whose width
      // differs from the delimiter row may be missing a column.
      const applicability =
        below.gfm && isWholeHeader(header) && showsAllRows(table, header.cells.length) ? 'safe' : 'suggestion';
      report({
        messageId: 'noBlankLine',
        span: shift(first, start),
        fixes: [
          {
            title: texts.insertLine,
            edits: [{ span: { start, end: start }, newText: lineEndOf(playbook.text) }],
            applicability,
          },
        ],
      });
    }
  },
});

function lineAbove(text: string, start: number): string {
  return /[^\r\n]*(?=(?:\r\n|\r|\n)$)/.exec(text.slice(Math.max(0, start - 2000), start))?.[0] ?? '';
}

/** Whether the line is text: the end of a comment, a fence, or a thematic break ends a block, so the table starts a new one. */
function endsInText(line: string): boolean {
  return !/-->\s*$|^ {0,3}(?:`{3,}|~{3,})\s*$|^ {0,3}(?:[-_*=][ \t]*){3,}$/.test(line);
}
