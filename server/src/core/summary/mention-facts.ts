import { tasksNamedIn } from '../dialect/task-mentions.js';
import type { TextBlock } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { cellOf, isBodyRow, type Cell } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import type { TaskMention } from '../workspace-index/page-summary.js';

/** The tasks that the page's text and refresh logs mention, in source order. */
export function mentionsOf({ blocks, tables }: Playbook): readonly Placed<TaskMention>[] {
  const mentions: Placed<TaskMention>[] = [];
  for (const { start, value } of blocks) {
    if (value.kind === 'text') for (const mention of mentionsInText(value)) mentions.push({ start, value: mention });
  }
  for (const { table, schema, start } of tables) {
    if (schema.kind !== 'refresh') continue;
    for (const [index, row] of table.rows.entries()) {
      const cell = isBodyRow(table, index) ? cellOf(row, schema, 'what') : undefined;
      if (cell === undefined) continue;
      const offset = start + (table.rowStarts[index] ?? 0) + cell.span.start;
      for (const mention of mentionsInCell(cell)) mentions.push({ start: offset, value: mention });
    }
  }
  return mentions.sort((a, b) => a.start - b.start || a.value.id.span.start - b.value.id.span.start);
}

/** Code and HTML are ignored: a command line can contain any number. */
const mentionsInText = memoized((block: TextBlock): readonly TaskMention[] => {
  const named = tasksNamedIn(block.source);
  if (named.length === 0) return NONE;
  const { opaque } = block.inlines;
  return named
    .filter(({ span }) => !opaque.some(({ start, end }) => start <= span.start && span.end <= end))
    .map(({ value, span, isGone }) => ({ id: { value, span }, where: 'text', isGone }));
});

const mentionsInCell = memoized((cell: Cell): readonly TaskMention[] =>
  tasksNamedIn(cell.text).map(({ value, span, isGone }) => ({ id: { value, span }, where: 'refresh-log', isGone })),
);

const NONE: readonly never[] = [];
