import { defineMessages, type Message } from '../../../../server/src/messages/index';
import type { PreviewProblem } from '../protocol/messages';
import { always, type Column } from './column';
import type { PlacedRow } from './placed-row';
import { problemRank } from './severity';

const texts = defineMessages('preview/problems', {
  title: { text: 'Problems', note: 'Header of a column: how many problems the row has.' },
  misplaced: {
    text: "The cells aren't in their columns: {row}",
    note: 'In an exported file. {row} is the row as written on the page.',
  },
});

export const problems: Column<'problems'> = {
  id: 'problems',
  title: texts.title,
  isShown: always,
  text: () => '',
  look: { kind: 'problems' },
  width: { tight: 8, least: 8, most: 14, share: 0 },
  sortKey: ({ row }) => problemRank(row.problems) ?? '',
  isSearched: false,
  filter: null,
  exported: { name: 'Problems', isForInformation: true, cell: problemTexts },
};

/** One line for each problem. */
function problemTexts({ row }: PlacedRow, format: (message: Message) => string): string {
  const misplaced = row.broken === null ? [] : [format(texts.misplaced({ row: row.broken.trim() }))];
  return [...misplaced, ...row.problems.map(problemText)].join('\n');
}

function problemText({ message, ruleId }: PreviewProblem): string {
  return ruleId === '' ? message : `${message} (${ruleId})`;
}
