import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { fullWidthEnds } from '../lint/support/row-shape.js';

const messages = {
  row: 'Full-width "｜" where a "|" belongs: readers see this row in one cell',
  end: 'Full-width "｜" where a "|" belongs: readers see it as part of the cell',
  head: 'Full-width "｜" where a "|" belongs: readers see lines of text, not a table',
} as const;

export const tableFullWidthPipe = defineRule({
  meta: {
    id: 'table-full-width-pipe',
    category: 'table',
    description: 'The cells of a table are parted by "|", not by the full-width "｜" of an input method',
    recommended: 'error',
    fixable: 'safe',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, report }) {
    const ends = fullWidthEnds(row);
    if (ends.length > 0) report(findingFor(ends, 'end', 0));
    else if (row.fullWidthPipes.length > 0) report(findingFor(row.fullWidthPipes, 'row', 0));
  },

  table({ table, report }) {
    for (const index of [table.header, table.delimiter]) {
      const row = table.rows[index ?? -1];
      if (row !== undefined && row.fullWidthPipes.length > 0) report(findingFor(row.fullWidthPipes, 'head', table.rowStarts[index ?? 0] ?? 0));
    }
  },
});

function findingFor(pipes: readonly number[], messageId: keyof typeof messages, start: number): Finding<typeof messages> {
  const spans = pipes.map((pipe) => ({ start: start + pipe, end: start + pipe + 1 }));
  return {
    messageId,
    span: spans[0] ?? { start, end: start },
    fixes: [{ title: 'Replace with "|"', edits: spans.map((span) => ({ span, newText: '|' })), applicability: 'safe' }],
  };
}
