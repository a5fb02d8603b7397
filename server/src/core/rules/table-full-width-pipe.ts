import { defineRule, type Finding, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { hasRoom, showsAllRows } from '../dialect/renderers.js';
import { fullWidthEnds } from '../dialect/row-shape.js';

const messages = {
  row: 'Full-width "｜" instead of "|": readers see this row in one cell',
  end: 'Full-width "｜" instead of "|": readers see it as part of the cell',
  head: 'Full-width "｜" instead of "|": readers see lines of text, not a table',
} as const;

export const tableFullWidthPipe = defineRule({
  meta: {
    id: 'table-full-width-pipe',
    category: 'table',
    description: 'The cells of a table are separated by "|", not by the full-width "｜" of an input method',
    recommended: 'error',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, report }) {
    const ends = fullWidthEnds(row);
    const applicability = hasRoom(row, schema.width) ? 'safe' : 'suggestion';
    if (ends.length > 0) report(findingFor(ends, 'end', 0, applicability));
    else if (row.fullWidthPipes.length > 0) report(findingFor(row.fullWidthPipes, 'row', 0, applicability));
  },

  table({ table, schema, report }) {
    const widths = [table.header, table.delimiter].map((index) => table.rows[index ?? -1]?.cells.length);
    const isEven = widths.every((width) => width === schema.width);
    const applicability = isEven && showsAllRows(table, schema.width) ? 'safe' : 'suggestion';
    for (const index of [table.header, table.delimiter]) {
      const row = table.rows[index ?? -1];
      if (row !== undefined && row.fullWidthPipes.length > 0)
        report(findingFor(row.fullWidthPipes, 'head', table.rowStarts[index ?? 0] ?? 0, applicability));
    }
  },
});

/** Safe if every cell of the rows has a column: GitHub and VS Code omit all other cells. */
function findingFor(
  pipes: readonly number[],
  messageId: keyof typeof messages,
  start: number,
  applicability: Fix['applicability'],
): Finding<typeof messages> {
  const fix = replaceWith({ start, end: start }, '|', applicability);
  const spans = pipes.map((pipe) => ({ start: start + pipe, end: start + pipe + 1 }));
  return {
    messageId,
    span: spans[0] ?? { start, end: start },
    fixes: [{ ...fix, edits: spans.map((span) => ({ span, newText: '|' })) }],
  };
}
