import type { PreviewProblem, PreviewRow } from '../protocol/messages';
import { always, type Column } from './column';
import { problemRank } from './severity';

export const problems: Column<'problems'> = {
  id: 'problems',
  isShown: always,
  text: () => '',
  look: { kind: 'problems' },
  width: { tight: 8, least: 8, most: 14, share: 0 },
  sortKey: ({ row }) => problemRank(row.problems) ?? '',
  isSearched: false,
  filter: null,
  exported: { name: 'Problems', isForInformation: true, cell: ({ row }) => problemTexts(row).join('\n') },
};

function problemTexts(row: PreviewRow): string[] {
  const broken = row.broken === null ? [] : [`The cells aren't in their columns: ${row.broken.trim()}`];
  return [...broken, ...row.problems.map(problemText)];
}

function problemText({ message, ruleId }: PreviewProblem): string {
  return ruleId === '' ? message : `${message} (${ruleId})`;
}
