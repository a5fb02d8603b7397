import { defineMessages } from '../../../../server/src/messages/index';
import type { PreviewProblem, PreviewRow } from '../protocol/messages';
import { always, type Column } from './column';
import { problemRank } from './severity';

const texts = defineMessages('preview/problems', {
  title: { text: 'Problems', note: 'Header of a column: how many problems the row has.' },
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
  exported: { name: 'Problems', isForInformation: true, cell: ({ row }) => problemTexts(row).join('\n') },
};

function problemTexts(row: PreviewRow): string[] {
  const broken = row.broken === null ? [] : [`The cells aren't in their columns: ${row.broken.trim()}`];
  return [...broken, ...row.problems.map(problemText)];
}

function problemText({ message, ruleId }: PreviewProblem): string {
  return ruleId === '' ? message : `${message} (${ruleId})`;
}
